using System.Text.Json;
using System.Xml.Linq;

namespace Voltloop.Tests.Architecture.Reference;

/// <summary>Every package that the product is built from, with its version and licence, from the lock files and the packages themselves.</summary>
internal static class DependencyReference
{
    /// <summary>Licences that may be in the product; one of several that a package offers is enough.</summary>
    public static readonly string[] Allowed = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSD-0-Clause", "0BSD", "PostgreSQL", "public domain"];

    // Packages that bring a file instead of the name of a licence, by the words that it begins with.
    private static readonly (string Begins, string Licence)[] Texts = [("SQLite is Public Domain", "public domain")];

    /// <summary>Name, version, licence, and whether it is part of the product or only of its building and testing.</summary>
    public static IReadOnlyList<(string Name, string Version, string Licence, bool Shipped)> All { get; } =
        [.. Packages().Concat(Scripts("src/Web")).Concat(Scripts("tests/EndToEnd")).DistinctBy(found => found.Name).OrderBy(found => found.Name, StringComparer.OrdinalIgnoreCase)];

    public static string Write()
    {
        var page = new MarkdownPage(
            "Dependencies",
            $"What Voltloop is built from beside the .NET runtime, with versions and licences. A test refuses anything in the product under another licence than {string.Join(", ", Allowed)}. `eng/known-weaknesses` asks the registries for published weaknesses.");
        page.Heading(2, "In the product");
        page.Table(["package", "version", "licence"], All.Where(p => p.Shipped).Select(Row));
        page.Heading(2, "For building and testing only");
        page.Table(["package", "version", "licence"], All.Where(p => !p.Shipped).Select(Row));
        return page.ToString();
    }

    private static string[] Row((string Name, string Version, string Licence, bool Shipped) package) => [package.Name, package.Version, package.Licence];

    private static IEnumerable<(string Name, string Version, string Licence, bool Shipped)> Packages()
    {
        using var assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, "src/App/obj/project.assets.json")));
        var folder = assets.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
        return
        [
            .. assets.RootElement.GetProperty("libraries").EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package").Select(library =>
            {
                var (name, path) = (library.Name.Split('/'), Path.Combine(folder, library.Value.GetProperty("path").GetString()!));
                return (name[0], name[1], LicenceOf(path), !name[0].Contains("Analyzer", StringComparison.Ordinal));
            }),
        ];
    }

    private static string LicenceOf(string package)
    {
        var licence = XDocument.Load(Directory.EnumerateFiles(package, "*.nuspec").First()).Descendants().FirstOrDefault(element => element.Name.LocalName == "license");
        if (licence?.Attribute("type")?.Value != "file") return licence?.Value ?? "not stated";
        var text = File.ReadAllText(Path.Combine(package, licence.Value)).TrimStart();
        return Texts.FirstOrDefault(known => text.StartsWith(known.Begins, StringComparison.Ordinal)).Licence ?? "in a file of its own";
    }

    // Parts for other machines of the same package say nothing new.
    private static IEnumerable<(string Name, string Version, string Licence, bool Shipped)> Scripts(string folder)
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(Path.Combine(SourceTree.Root, folder, "package-lock.json")));
        return
        [
            .. locked.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0 && !package.Value.TryGetProperty("cpu", out _)).Select(package => (
                package.Name.Replace("node_modules/", "", StringComparison.Ordinal), package.Value.GetProperty("version").GetString()!,
                package.Value.TryGetProperty("license", out var licence) ? licence.GetString()! : "not stated", !package.Value.TryGetProperty("dev", out _))),
        ];
    }
}
