using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Hosting;
using Voltloop.Core.Problems;
using Voltloop.Record.Sqlite;
using Voltloop.Tests.Compliance.Model;
using Voltloop.Tracing.CaptureEvents;

namespace Voltloop.Tests.Properties.Tracing;

/// <summary>Official examples, changed at random: taken, or refused by a named problem; never anything else.</summary>
public sealed class MutatedEventsTests
{
    private const int PerExample = 40;

    [Fact]
    public async Task A_mutated_example_is_taken_or_refused_by_name()
    {
        var files = Examples();
        Assert.SkipUnless(files.Count > 0, "shared/data/epcis is not beside the repository.");
        using var folder = new TempFolder();
        await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = folder.Path });
        await using var services = new ServiceCollection().AddVoltloop(record, folder.Path).BuildServiceProvider();
        var (desk, random) = (services.GetRequiredService<CaptureDesk>(), new Random(20_270_218));
        var (taken, refused) = (0, 0);
        foreach (var file in files)
        {
            for (var i = 0; i < PerExample; i++)
            {
                var bytes = Mutate(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), random);
                try
                {
                    var result = await desk.CaptureAsync(new CaptureRequest(bytes), TestContext.Current.CancellationToken);
                    _ = result.Job.Success ? taken++ : refused++;
                    if (!result.Job.Success) FindingJson.Read(result.Job.Errors).ShouldNotBeEmpty();
                }
                catch (ProblemException named)
                {
                    named.Problem.Kind.HttpStatus.ShouldBeLessThan(500, Encoding.UTF8.GetString(bytes));
                    refused++;
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{files.Count} examples, {taken} mutants taken, {refused} refused");
        taken.ShouldBeGreaterThan(100);
        refused.ShouldBeGreaterThan(100);
    }

    private static byte[] Mutate(string text, Random random)
    {
        var root = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = true })!;
        try
        {
            var places = Places(root).ToList();
            for (var i = random.Next(1, 4); i > 0; i--) Change(places[random.Next(places.Count)], random);
        }
        catch (ArgumentException)
        {
            // An example with a field twice cannot be walked; its text is cut instead.
            return Encoding.UTF8.GetBytes(text[..random.Next(text.Length)]);
        }

        var bytes = Encoding.UTF8.GetBytes(root.ToJsonString().Replace("HALF", "\\ud800", StringComparison.Ordinal));
        if (random.Next(10) == 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static IEnumerable<(JsonObject Parent, string Name)> Places(JsonNode node) => node switch
    {
        JsonObject parent => parent.Select(p => p.Key).ToList().SelectMany(name => Inner(parent, name)),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Places),
        _ => [],
    };

    private static IEnumerable<(JsonObject, string)> Inner(JsonObject parent, string name) => parent[name] is { } value ? Places(value).Prepend((parent, name)) : [(parent, name)];

    private static void Change((JsonObject Parent, string Name) place, Random random)
    {
        var (parent, name) = place;
        var old = parent[name]?.DeepClone();
        parent.Remove(name);
        switch (random.Next(6))
        {
            case 0: break;
            case 1: parent[name + "x"] = old; break;
            case 2: parent[name] = Odd(random); break;
            case 3: parent[name] = old is JsonArray list ? new JsonArray([.. list.Concat(list).Select(n => n?.DeepClone())]) : new JsonArray(old); break;
            case 4: parent[name] = old is JsonArray many ? new JsonArray([.. many.Reverse().Select(n => n?.DeepClone())]) : new JsonObject { ["id"] = old }; break;
            default: parent[name] = old; break;
        }
    }

    private static JsonNode? Odd(Random random) => random.Next(9) switch
    {
        0 => null,
        1 => JsonValue.Create(-1e300),
        2 => JsonNode.Parse("123456789012345678901234567890123456789012345678901234567890e300"),
        3 => JsonValue.Create("2026-12-31T23:59:60Z"),
        4 => JsonValue.Create("HALF"),
        5 => JsonValue.Create(true),
        6 => JsonValue.Create(""),
        7 => new JsonObject(),
        _ => JsonValue.Create("urn:epc:id:sgtin:..%zz"),
    };

    private static List<string> Examples()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var examples = Path.Combine(folder.FullName, "shared", "data", "epcis", "gs1", "examples", "json");
            if (Directory.Exists(examples)) return [.. Directory.EnumerateFiles(examples, "*.jsonld", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        }

        return [];
    }
}
