namespace Voltloop.Passport.Model;

/// <summary>The mapping rows of a dialect as a tree over member names.</summary>
internal sealed class MappingNode
{
    private readonly Dictionary<string, MappingNode> _children = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MappingNode> _keyed = new(StringComparer.Ordinal);

    /// <summary>Members by name, in the order of the table.</summary>
    public IReadOnlyDictionary<string, MappingNode> Children => _children;

    /// <summary>Elements of a list by the text of their key member.</summary>
    public IReadOnlyDictionary<string, MappingNode> Keyed => _keyed;

    /// <summary>Name of the member that tells the elements of a list apart; <c>null</c> when this is not such a list.</summary>
    public string? Key { get; private set; }

    /// <summary>What is mapped here.</summary>
    public MappingRow? Row { get; private set; }

    /// <summary>True when the node only leads to others, so that its members are compared one by one.</summary>
    public bool IsBranch => Key is null && Row is null or { Form: MappingForm.Rest };

    /// <summary>Adds a row below this node.</summary>
    public void Add(MappingRow row)
    {
        var node = this;
        foreach (var segment in row.Path.Split('/')) node = node.Step(segment);
        node.Row = row;
    }

    private MappingNode Step(string segment)
    {
        var bracket = segment.IndexOf('[', StringComparison.Ordinal);
        if (bracket < 0) return Child(_children, segment);
        var (key, value) = Selector(segment[(bracket + 1)..].TrimEnd(']'));
        var list = Child(_children, segment[..bracket]);
        list.Key = key;
        var element = Child(list._keyed, value);
        var constant = Child(element._children, key);
        constant.Row = new MappingRow(key, "", MappingForm.Constant) { Constant = value };
        return element;
    }

    private static (string Key, string Value) Selector(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return (text[..equals], text[(equals + 1)..]);
    }

    private static MappingNode Child(Dictionary<string, MappingNode> among, string name)
    {
        if (!among.TryGetValue(name, out var child)) among[name] = child = new MappingNode();
        return child;
    }
}
