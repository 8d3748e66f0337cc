namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>How the text files of one instrument write a spectrum.</summary>
/// <param name="Format">Name of the format.</param>
/// <param name="Mark">What stands somewhere in the first lines of such a file, and in no other.</param>
/// <param name="Separator">Between fields; a blank stands for any white space.</param>
/// <param name="Frequency">How the name of the column of frequencies begins.</param>
/// <param name="Real">How the name of the column of real parts begins.</param>
/// <param name="Imaginary">How the name of the column of imaginary parts begins.</param>
internal sealed record ImpedanceLayout(string Format, string Mark, char Separator, string Frequency, string Real, string Imaginary)
{
    /// <summary>What a value is multiplied with to be in Ω.</summary>
    public double ToOhm { get; init; } = 1;

    /// <summary>Whether the column holds the negative of the imaginary part.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Columns by their place, where the names are not separated as the numbers are.</summary>
    public (int Frequency, int Real, int Imaginary)? At { get; init; }

    /// <summary>All formats; the one whose mark is found first reads a file.</summary>
    public static IReadOnlyList<ImpedanceLayout> All { get; } =
    [
        new("Gamry DTA", "EXPLAIN", '\t', "Freq", "Zreal", "Zimag"),
        new("BioLogic EC-Lab text", "EC-Lab ASCII FILE", '\t', "freq/Hz", "Re(Z)/Ohm", "-Im(Z)/Ohm") { IsNegated = true },
        new("ZPlot", "ZPLOT2 ASCII", '\t', "Freq(Hz)", "Z'(a)", "Z''(b)"),
        new("ZPlot for Windows", "ZPlotW Data File", ',', "Freq(Hz)", "Z'(a)", "Z''(b)") { At = (0, 4, 5) },
        new("Autolab (Z60W)", "Z60W Data File", ',', "Freq (Hz)", "Z'(a)", "Z''(b)") { At = (0, 4, 5) },
        new("CH Instruments", "A.C. Impedance", ',', "Freq/Hz", "Z'/ohm", "Z\"/ohm"),
        new("VersaStudio", "VersaStudio", ',', "Frequency(Hz)", "Z Real", "Z Imag"),
        new("Parstat", "Zre (ohms)", '\t', "Frequency (Hz)", "Zre (ohms)", "Zim (ohms)"),
        new("Digatron EIS", "ActFreq", ';', "ActFreq", "Zreal1", "Zimg1") { ToOhm = 1e-3 },
        new("PowerSuite", "Zimg", '\t', "Frequency", "Zre", "Zimg"),
    ];

    /// <summary>Columns of frequency, real and imaginary part in a line of names; <c>null</c> when it is not that line.</summary>
    public (int Frequency, int Real, int Imaginary)? Columns(string line)
    {
        if (At is not null) return line.Contains(Frequency, StringComparison.Ordinal) && line.Contains(Real, StringComparison.Ordinal) ? At : null;
        var names = Fields(line);
        var found = (Find(names, Frequency), Find(names, Real), Find(names, Imaginary));
        return found is ( >= 0, >= 0, >= 0) ? found : null;
    }

    /// <summary>Fields of a line, without quotes and blanks around them.</summary>
    public string[] Fields(string line) => [.. line.Split(Separator).Select(field => field.Trim().Trim('"').Trim())];

    private static int Find(string[] names, string begin) => Array.FindIndex(names, name =>
        name.StartsWith(begin, StringComparison.OrdinalIgnoreCase) || name.EndsWith("=" + begin, StringComparison.OrdinalIgnoreCase));
}
