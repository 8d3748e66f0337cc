using System.Text.RegularExpressions;

namespace Voltloop.Tests.Architecture.Rules;

/// <summary>Core &lt;- Kernels; Core &lt;- Record &lt;- Record.*; {Core, Kernels, Record, Web} &lt;- room; everything &lt;- App.</summary>
public sealed partial class ProjectReferences : IRule
{
    private static readonly Dictionary<string, string[]> Hall = new(StringComparer.Ordinal)
    {
        ["Core"] = [],
        ["Kernels"] = ["Core"],
        ["Record"] = ["Core"],
        ["Record.Sqlite"] = ["Core", "Record", "Kernels"],
        ["Record.Postgres"] = ["Core", "Record", "Kernels"],
        ["Messages.RabbitMq"] = ["Core", "Record"],
        ["Web"] = ["Core", "Record"],
    };

    private static readonly string[] ForRooms = ["Core", "Kernels", "Record", "Web"];

    public string Remedy => "Remove the reference. Rooms talk only through the record: write a statement or an event and read it on the other side.";

    public IEnumerable<string> Violations(SourceTree tree) =>
        from project in tree.Projects
        where project.IsIn("src") && Name(project.Path) != "App"
        from Match reference in Reference().Matches(project.Text)
        let target = Name(reference.Groups[1].Value)
        where !Allowed(Name(project.Path)).Contains(target)
        select $"{project.Path} references {target}";

    private static string[] Allowed(string project) => Hall.GetValueOrDefault(project, ForRooms);

    private static string Name(string path) => ProjectName().Match(path).Groups[1].Value;

    [GeneratedRegex("""<ProjectReference\s+Include="([^"]+)""")]
    private static partial Regex Reference();

    [GeneratedRegex(@"Voltloop\.([A-Za-z.]+)\.csproj$")]
    private static partial Regex ProjectName();
}
