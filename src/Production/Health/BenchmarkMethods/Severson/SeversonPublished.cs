namespace Voltloop.Health.BenchmarkMethods.Severson;

/// <summary>Published figures on the same split.</summary>
internal static class SeversonPublished
{
    private const string Severson = "Severson 2019: ";
    private const string Attia = "Attia 2021: ";
    private const string Battery = "BatteryML 2024: ";

    /// <summary>Root mean squared errors in cycles on training cells and both tests, and relative errors where given.</summary>
    public static IReadOnlyList<BenchmarkRow> Rows { get; } =
    [
        Row(Severson + "variance", "103", "138", "196", "14.1", "13.2", "11.4"),
        Row(Severson + "discharge", "76", "86", "173", "9.8", "10.1", "8.6"),
        Row(Severson + "full", "51", "100", "214", "5.6", "7.5", "10.7"),
        Row(Attia + "mean life", "327", "399", "511"),
        Row(Attia + "ridge", "85", "125", "188"),
        Row(Attia + "elastic net", "92", "132", "196"),
        Row(Attia + "PCR", "80", "97", "193"),
        Row(Attia + "PLSR", "59", "100", "176"),
        Row(Attia + "random forest", "82", "141", "197"),
        Row(Attia + "MLP", "32", "140", "218"),
        Row(Battery + "variance", "", "136", "211"),
        Row(Battery + "discharge", "", "329", "149"),
        Row(Battery + "ridge", "", "116", "184"),
        Row(Battery + "PCR", "", "90", "187"),
        Row(Battery + "PLSR", "", "104", "181"),
        Row(Battery + "Gaussian process", "", "154", "224"),
        Row(Battery + "XGBoost", "", "334", "799"),
        Row(Battery + "random forest", "", "168", "233"),
        Row(Battery + "CNN", "", "102", "228"),
        Row(Battery + "LSTM", "", "119", "219"),
        Row(Battery + "Transformer", "", "135", "364"),
    ];

    private static BenchmarkRow Row(string model, params string[] figures) =>
        new(model, BenchmarkSources.Published, [.. figures, .. Enumerable.Repeat("", 10 - figures.Length)], false);
}
