namespace Voltloop.Health.ReadTables;

/// <summary>
/// Watches whether the numbers of a file use a decimal point or a decimal comma. A comma is only taken as decimal when
/// no number has a point and at least one comma cannot separate thousands.
/// </summary>
internal sealed class DecimalMark
{
    private int _firstComma;
    private int _firstPoint;
    private bool _decisive;

    /// <summary>Rewrites a comma to a point in place, remembering what was seen; false when the field has no single comma.</summary>
    public bool TryRewrite(Span<byte> field, int line)
    {
        var comma = field.IndexOf((byte)',');
        if (comma < 0 || field[(comma + 1)..].Contains((byte)',') || field.Contains((byte)'.'))
        {
            return false;
        }

        field[comma] = (byte)'.';
        _firstComma = _firstComma == 0 ? line : _firstComma;
        var leading = field[..comma].Trim((byte)'-');
        var decimals = field.Length - comma - 1;
        _decisive |= decimals != 3 || leading.Length is 0 or > 3 || leading[0] == '0';
        return true;
    }

    /// <summary>Remembers a number with a decimal point.</summary>
    public void SawPoint(int line) => _firstPoint = _firstPoint == 0 ? line : _firstPoint;

    /// <summary>Says what was found at the end of the file.</summary>
    public void Conclude(FindingLog log)
    {
        if (_firstComma == 0)
        {
            return;
        }

        if (_firstPoint != 0)
        {
            log.Error("decimal-comma-ambiguous", $"Numbers have a comma here and a point on line {_firstPoint}: which one is the decimal mark?", _firstComma);
        }
        else if (!_decisive)
        {
            log.Error("decimal-comma-ambiguous", "Commas are always followed by three digits: decimals or thousands? Use a decimal point.", _firstComma);
        }
        else
        {
            log.Note("decimal-comma", "Numbers have a decimal comma; it was read as a decimal point.", _firstComma);
        }
    }
}
