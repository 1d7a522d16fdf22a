package jp.readiness.screening;

import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class SheetStoreOnH2Test extends SheetStoreTest {

    private static final DataSource DATABASE =
            new DriverManagerDataSource("jdbc:h2:mem:sheets;DB_CLOSE_DELAY=-1", "sa", "");

    @Override
    DataSource database() {
        return DATABASE;
    }
}
