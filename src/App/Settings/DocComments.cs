using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Voltloop.App.Settings;

/// <summary>What the comments in the code say of a property, so that help and code cannot differ. They are read from the file that the compiler writes beside each assembly.</summary>
internal static partial class DocComments
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Files = new(StringComparer.Ordinal);

    /// <summary>The summary of a property as plain text; empty when there is none.</summary>
    public static string Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        var comments = Files.GetOrAdd(type.Assembly.GetName().Name!, Read);
        return comments.GetValueOrDefault($"P:{type.FullName!.Replace('+', '.')}.{property.Name}", "");
    }

    private static IReadOnlyDictionary<string, string> Read(string assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, assembly + ".xml");
        if (!File.Exists(file)) return new Dictionary<string, string>(StringComparer.Ordinal);
        return XDocument.Load(file).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => Text(member.Element("summary")!), StringComparer.Ordinal);
    }

    private static string Text(XElement summary) => Blanks().Replace(string.Concat(summary.Nodes().Select(Piece)), " ").Trim();

    private static string Piece(XNode node) => node switch
    {
        XText text => text.Value,
        XElement see when see.Attribute("cref") is { } target => target.Value[(target.Value.LastIndexOf('.') + 1)..],
        XElement { Value: "null" } => "nothing",
        XElement other => other.Value,
        _ => "",
    };

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();
}
