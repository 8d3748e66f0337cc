namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>Counts rows that are no points of a spectrum.</summary>
internal sealed class SkippedRows
{
    private int _idle;
    private int _infinite;

    /// <summary>What was left out.</summary>
    public IEnumerable<string> Notes
    {
        get
        {
            if (_idle > 0) yield return $"{_idle} rows without a frequency above 0 Hz were left out: waiting or direct current.";
            if (_infinite > 0) yield return $"{_infinite} rows whose values are not finite were left out.";
        }
    }

    /// <summary>All notes in one line.</summary>
    public string Text => string.Join(' ', Notes);

    /// <summary>Whether a row is a point.</summary>
    public bool IsUsable((double Hertz, double Real, double Imaginary) row)
    {
        if (!double.IsFinite(row.Hertz + row.Real + row.Imaginary) || (row.Real == 0 && row.Imaginary == 0 && row.Hertz > 0)) return Count(ref _infinite);
        return row.Hertz > 0 || Count(ref _idle);
    }

    private static bool Count(ref int counter)
    {
        counter++;
        return false;
    }
}
