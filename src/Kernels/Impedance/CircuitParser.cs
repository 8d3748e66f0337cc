namespace Voltloop.Kernels.Impedance;

/// <summary>Reads a circuit such as <c>R0-p(R1,C1)-p(R2-Wo1,C2)</c>: a dash for series, p(a,b) for parallel (Murbach et al. 2020, doi:10.21105/joss.02349).</summary>
internal ref struct CircuitParser(string text)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _at;

    /// <summary>The whole circuit.</summary>
    /// <exception cref="FormatException">What is wrong, and where.</exception>
    public CircuitParts Read()
    {
        var parts = Series();
        return _at == text.Length ? parts : throw Wrong($"\"{text[_at]}\" is not expected");
    }

    private CircuitParts Series()
    {
        var parts = new List<CircuitParts> { One() };
        while (Take('-')) parts.Add(One());
        return parts.Count == 1 ? parts[0] : new CircuitParts(null, parts, false);
    }

    private CircuitParts One()
    {
        if (!text.AsSpan(_at).StartsWith("p(", StringComparison.Ordinal)) return Element();
        _at += 2;
        var parts = new List<CircuitParts> { Series() };
        while (Take(',')) parts.Add(Series());
        if (!Take(')')) throw Wrong("a parallel group is not closed");
        return parts.Count > 1 ? new CircuitParts(null, parts, true) : throw Wrong("a parallel group has one branch only");
    }

    private CircuitParts Element()
    {
        var rest = text[_at..];
        var kind = CircuitElement.Kinds.FirstOrDefault(known => rest.StartsWith(known, StringComparison.Ordinal)) ?? throw Wrong($"an element is expected, one of {string.Join(", ", CircuitElement.Kinds)}");
        var end = kind.Length;
        while (end < rest.Length && char.IsAsciiDigit(rest[end])) end++;
        var name = rest[..end];
        if (!_names.Add(name)) throw Wrong($"{name} stands twice");
        _at += end;
        return new CircuitParts(new CircuitElement(kind, name), [], false);
    }

    private bool Take(char expected)
    {
        if (_at >= text.Length || text[_at] != expected) return false;
        _at++;
        return true;
    }

    private readonly FormatException Wrong(string what) => new($"Circuit \"{text}\", place {_at + 1}: {what}.");
}
