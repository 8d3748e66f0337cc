using System.Text.Json;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;

namespace Voltloop.Health.BenchmarkMethods;

/// <summary>The last run of each benchmark, kept beside the store; running again replaces it.</summary>
internal sealed class BenchmarkRuns(StoreDirectory store)
{
    private const string Folder = "benchmarks";

    private string Place => Path.Combine(store.Path, Folder);

    /// <summary>All runs, by name.</summary>
    public async Task<IReadOnlyList<BenchmarkRun>> ReadAsync(CancellationToken cancellation)
    {
        var runs = new List<BenchmarkRun>();
        if (!Directory.Exists(Place)) return runs;
        foreach (var path in Directory.EnumerateFiles(Place, "*.json").Order(StringComparer.Ordinal))
        {
            await using var stream = File.OpenRead(path);
            if (await JsonSerializer.DeserializeAsync<BenchmarkRun>(stream, JsonOutput.Options, cancellation) is { } run) runs.Add(run);
        }

        return runs;
    }

    /// <summary>Keeps a run; a reader sees the old file or the new one, never a half.</summary>
    public async Task KeepAsync(BenchmarkRun run, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Place);
        var path = Path.Combine(Place, run.Name + ".json");
        await File.WriteAllBytesAsync(path + ".new", JsonSerializer.SerializeToUtf8Bytes(run, JsonOutput.Options), cancellation);
        File.Move(path + ".new", path, overwrite: true);
    }
}
