// Charts of the pages that show some; a bundle of its own, because most pages show none.
import "./charts/line-chart";
import "./charts/series-window";
import "./charts/histogram";
import "./charts/spark";
