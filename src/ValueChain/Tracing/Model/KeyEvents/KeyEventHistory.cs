namespace Voltloop.Tracing.Model.KeyEvents;

/// <summary>What is known to have happened to goods, in whatever order it was learnt.</summary>
internal sealed class KeyEventHistory
{
    private readonly Dictionary<string, List<Happening>> _byName = new(StringComparer.Ordinal);

    /// <summary>Learns what an event says; the same twice is once.</summary>
    public void Learn(IEnumerable<Happening> happenings)
    {
        foreach (var one in happenings)
        {
            var known = _byName.TryGetValue(one.Name, out var list) ? list : _byName[one.Name] = [];
            if (!known.Contains(one)) known.Add(one);
        }
    }

    /// <summary>All that happened to goods, earliest first.</summary>
    public IReadOnlyList<Happening> Of(string name) => _byName.TryGetValue(name, out var list) ? [.. list.OrderBy(one => one.At)] : [];

    /// <summary>Whether one of some key events happened to goods, or brought them forth, not later than a moment.</summary>
    public bool Had(string name, IReadOnlyList<string> codes, DateTimeOffset at) =>
        _byName.TryGetValue(name, out var list) && list.Exists(one => one.Part != KeyEventPart.Inputs && one.At <= at && codes.Contains(one.Code, StringComparer.Ordinal));

    /// <summary>The first of some key events that happened to goods only later; <c>null</c> when none is known.</summary>
    public Happening? Later(string name, IReadOnlyList<string> codes, DateTimeOffset at) =>
        Of(name).Where(one => one.Part != KeyEventPart.Inputs && one.At > at && codes.Contains(one.Code, StringComparer.Ordinal)).Select(one => (Happening?)one).FirstOrDefault();
}
