using System.Globalization;
using System.Numerics;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Impedance;
using Voltloop.Record.Importing;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>Reads spectra of the usual instruments; the content decides which format it is, not the name of the file.</summary>
internal static class ImpedanceFileReader
{
    /// <summary>Most bytes of a file.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    private const int HeadLines = 60;
    private const string Plain = "three columns: frequency in Hz, real and imaginary part in Ω";

    /// <summary>Reads a file.</summary>
    /// <exception cref="ProblemException">It is no spectrum, or too large.</exception>
    public static ImpedanceFile Read(ImportSource source)
    {
        if (source.Bytes.Length > MaxBytes) throw new ProblemException(CommonProblems.LimitExceeded, $"{source.Name} has {source.Bytes.Length} bytes; the limit ImpedanceFileReader.MaxBytes is {MaxBytes}.");
        if (source.Bytes.Span.Contains((byte)0)) throw Unknown(source, "It is binary.");
        // Degree and micro signs of Latin-1 files turn into replacement characters; no name that is looked for has one.
        var lines = Encoding.UTF8.GetString(source.Bytes.Span).TrimStart('\uFEFF').Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        var head = string.Join('\n', lines.Take(HeadLines));
        var layout = ImpedanceLayout.All.FirstOrDefault(known => head.Contains(known.Mark, StringComparison.Ordinal));
        return layout is null ? ReadPlain(source, lines) : Read(source, lines, layout);
    }

    private static ImpedanceFile Read(ImportSource source, string[] lines, ImpedanceLayout layout)
    {
        var at = Array.FindLastIndex(lines, line => layout.Columns(line) is not null);
        if (at < 0) throw Unknown(source, $"It looks like {layout.Format}, but no line names the columns {layout.Frequency}, {layout.Real} and {layout.Imaginary}.");
        var columns = layout.Columns(lines[at])!.Value;
        var rows = new List<(double Hertz, Complex Ohm)>();
        var (notes, begun) = (new SkippedRows(), false);
        foreach (var fields in lines.Skip(at + 1).Where(line => !string.IsNullOrWhiteSpace(line)).Select(layout.Fields))
        {
            if (Row(fields, columns) is not { } row)
            {
                // Units come before the rows; what comes after them is another part of the file.
                if (begun) break;
                continue;
            }

            begun = true;
            if (notes.IsUsable(row)) rows.Add((row.Hertz, new Complex(row.Real * layout.ToOhm, (layout.IsNegated ? -1 : 1) * row.Imaginary * layout.ToOhm)));
        }

        return Of(source, layout.Format, rows, notes);
    }

    private static ImpedanceFile ReadPlain(ImportSource source, string[] lines)
    {
        var (rows, notes) = (new List<(double, Complex)>(), new SkippedRows());
        for (var i = 0; i < lines.Length; i++)
        {
            var fields = lines[i].Split([',', ';', '\t', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (fields.Length == 0) continue;
            if (Row(fields, (0, 1, 2)) is { } row)
            {
                if (notes.IsUsable(row)) rows.Add((row.Hertz, new Complex(row.Real, row.Imaginary)));
            }
            else if (i > 0)
            {
                throw Unknown(source, $"Line {i + 1} does not hold {Plain}.");
            }
        }

        return Of(source, "CSV", rows, notes);
    }

    private static ImpedanceFile Of(ImportSource source, string format, List<(double Hertz, Complex Ohm)> rows, SkippedRows skipped)
    {
        var once = rows.DistinctBy(row => row.Hertz).ToList();
        if (once.Count < KramersKronig.FewestPoints) throw new ProblemException(CommonProblems.MalformedInput, $"{source.Name} ({format}) has {once.Count} usable points; a spectrum needs {KramersKronig.FewestPoints} or more. {skipped.Text}".TrimEnd(), source.Name);
        List<string> notes = [.. skipped.Notes];
        if (once.Count < rows.Count) notes.Add($"{rows.Count - once.Count} points repeat a frequency and were left out; the first of each counts.");
        return new ImpedanceFile(source.Name, format, ImpedanceSpectrum.Of(once), notes);
    }

    private static (double Hertz, double Real, double Imaginary)? Row(string[] fields, (int Frequency, int Real, int Imaginary) at) =>
        Number(fields, at.Frequency) is { } hertz && Number(fields, at.Real) is { } real && Number(fields, at.Imaginary) is { } imaginary ? (hertz, real, imaginary) : null;

    private static double? Number(string[] fields, int at) =>
        at < fields.Length && double.TryParse(fields[at], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static ProblemException Unknown(ImportSource source, string what) => new(
        CommonProblems.UnknownFormat, $"{source.Name} is no impedance spectrum that can be read. {what}", source.Name,
        $"Formats: {string.Join(", ", ImpedanceLayout.All.Select(layout => layout.Format))}, or CSV with {Plain}.");
}
