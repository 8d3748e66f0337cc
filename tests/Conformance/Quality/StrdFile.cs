using System.Globalization;
using System.Text.RegularExpressions;
using Voltloop.Kernels.Precision;

namespace Voltloop.Tests.Conformance.Quality;

/// <summary>A data set of NIST StRD with its certified values, read as they are written.</summary>
internal sealed class StrdFile
{
    private readonly string[] _lines;

    private StrdFile(string[] lines) => _lines = lines;

    /// <summary>Reads a file; skips the test where the data are absent.</summary>
    public static StrdFile Read(string name) => new(File.ReadAllLines(name == "PiDigits.dat" ? SharedData.Require("quality", "nist_ehandbook", "PIDIGITS.DAT") : SharedData.Require("quality", "nist_strd", name)));

    /// <summary>Rows of data.</summary>
    public IReadOnlyList<string[]> Rows
    {
        get
        {
            var start = Array.FindLastIndex(_lines, line => line.StartsWith("Data:", StringComparison.Ordinal)) + 1;
            return [.. _lines.Skip(start).Select(line => line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 0 && double.TryParse(words[0], CultureInfo.InvariantCulture, out _))];
        }
    }

    /// <summary>Number after words that a line begins with.</summary>
    public double After(string words) => Number(_lines.Select(line => line.Trim()).First(line => line.StartsWith(words, StringComparison.Ordinal))[words.Length..].Split([' ', '\t', ':'], StringSplitOptions.RemoveEmptyEntries)[0]);

    /// <summary>Numbers of a line that begins with words.</summary>
    public double[] Numbers(string words) => [.. Regex.Matches(_lines.Select(line => line.Trim()).First(line => line.StartsWith(words, StringComparison.Ordinal))[words.Length..], @"[-+]?\d[\d.]*(?:[EeDd][-+]?\d+)?").Select(match => Number(match.Value))];

    /// <summary>Rows of a table of parameters: numbers after <c>B1</c> or <c>b1 =</c>.</summary>
    public double[][] Parameters => [.. _lines.Select(line => Regex.Match(line, @"^\s*[Bb]\d+\s*=?\s+(.*)$")).Where(match => match.Success).Select(match => match.Groups[1].Value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length >= 2).Select(words => words.Select(Number).ToArray())];

    /// <summary>Decimals as they are written.</summary>
    public static DoubleDouble Exact(string text) => DoubleDouble.Parse(text) ?? throw new FormatException(text);

    /// <summary>Right digits of a figure; 15 at most.</summary>
    public static double Digits(double found, double certified) => found == certified ? 15 : Math.Min(15, -Math.Log10(Math.Abs(found - certified) / (certified == 0 ? 1 : Math.Abs(certified))));

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
