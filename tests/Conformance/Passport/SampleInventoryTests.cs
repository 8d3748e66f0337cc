using System.Text.Json;
using Voltloop.Core.Problems;

namespace Voltloop.Tests.Conformance.Passport;

/// <summary>Goes through every published file, folder by folder: what is read as a passport must come back equal.</summary>
public sealed class SampleInventoryTests(ITestOutputHelper output)
{
    /// <summary>Folder, and how many of its files are passports or parts of one.</summary>
    public static TheoryData<string, int> Folders => new()
    {
        { "batterypass", 13 }, { "catenax", 13 }, { "idta", 26 }, { "keystone", 1 }, { "openepcis", 21 }, { "en18222", 1 }, { "tracepass", 0 },
    };

    // Contexts and shapes name the members of passports without being any.
    private static readonly string[] NoPassports = ["overrides", "schema", "context", "shacl"];

    [Theory]
    [MemberData(nameof(Folders))]
    public async Task Each_passport_of_a_folder_is_read_and_comes_back_equal(string folder, int expected)
    {
        var root = SharedData.Require("passport", folder);
        var read = new List<string>();
        foreach (var file in Files(root))
        {
            if (await FormatAsync(file) is { } format) read.Add($"{Path.GetRelativePath(root, file)}: {format}");
        }

        output.WriteLine($"{folder}: {read.Count} passports read and written back equal");
        read.ForEach(output.WriteLine);
        read.Count.ShouldBe(expected, string.Join('\n', read));
    }

    private static IOrderedEnumerable<string> Files(string root) => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is ".json" or ".jsonld" && !NoPassports.Any(word => Path.GetRelativePath(root, file).Contains(word, StringComparison.OrdinalIgnoreCase)))
        .Order(StringComparer.Ordinal);

    // A title may stand for several submodels; one file of the samples holds one.
    private static async Task<string?> FormatAsync(string file)
    {
        await using var gateway = new Gateway();
        var source = Gateway.Source(await File.ReadAllBytesAsync(file));
        if (!gateway.Recognises(source)) return null;
        try
        {
            var title = (await gateway.ImportAsync(source)).Format;
            var dialect = gateway.Dialects.All.Single(one => one.Title == title);
            var (came, back) = (Gateway.Parse(source.Bytes), await gateway.ExportAsync(dialect.Id));
            JsonElement.DeepEquals(came.ValueKind == JsonValueKind.Array ? came[0] : came, back).ShouldBeTrue(file);
            return dialect.Id;
        }
        catch (ProblemException refused) when (refused.Problem.Kind == CommonProblems.UnknownFormat || refused.Problem.Kind == CommonProblems.MalformedInput)
        {
            return null;
        }
    }
}
