namespace Voltloop.Tests.Architecture.Rules;

/// <summary>Every production project explains itself; every room is wired by its module.</summary>
public sealed class ReadmePerProject : IRule
{
    private static readonly string[] Houses = ["src/Production", "src/People", "src/Circularity", "src/ValueChain"];

    public string Remedy => "Write README.md (what question it answers, how, limits), and for a room <Name>Module.cs, beside the project.";

    public IEnumerable<string> Violations(SourceTree tree)
    {
        var paths = tree.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var project in tree.Projects.Where(project => project.IsIn("src")))
        {
            var folder = project.Path[..project.Path.LastIndexOf('/')];
            if (!paths.Contains($"{folder}/README.md"))
            {
                yield return $"{folder} has no README.md";
            }

            var module = $"{folder}/{folder[(folder.LastIndexOf('/') + 1)..]}Module.cs";
            if (Houses.Any(project.IsIn) && !paths.Contains(module))
            {
                yield return $"{module} is missing";
            }
        }
    }
}
