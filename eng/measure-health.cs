// Measures the import of the example cells (plan only, and into a fresh store) and the reading of one BDF file.
//   dotnet run -c Release eng/measure-health.cs -- samples .../DLR__LiGrHydra0b__20230131__POCV__25degC__Basytec.bdf.csv.gz
#:project ../src/Production/Health/Voltloop.Health.csproj
#:project ../src/Record.Sqlite/Voltloop.Record.Sqlite.csproj
#:property PublishAot=false

using System.Diagnostics;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Identities;
using Voltloop.Health;
using Voltloop.Record.Importing;
using Voltloop.Record.Sqlite;

if (args is not [var samples, var bdf])
{
    Console.Error.WriteLine("usage: dotnet run -c Release eng/measure-health.cs -- SAMPLES BDF.csv.gz");
    return 2;
}

var services = new ServiceCollection();
new HealthModule().AddServices(services);
var importers = services.BuildServiceProvider().GetServices<IImporter>().ToArray();
var options = new ImportOptions("urn:voltloop:measure", DateTimeOffset.UnixEpoch.AddYears(56)) { Thing = null };
var sources = new[] { "tbsi-sunwoda", "severson-124" }
    .SelectMany(folder => Directory.GetFiles(Path.Combine(samples, folder), "*.csv").Order(StringComparer.Ordinal)).Select(Load).ToArray();

for (var run = 1; run <= 3; run++)
{
    var directory = Directory.CreateTempSubdirectory("voltloop-measure");
    await using (var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = directory.FullName }))
    {
        var watch = Stopwatch.StartNew();
        foreach (var source in sources)
        {
            await PlanAsync(source, record, options);
        }

        var planned = watch.Elapsed;
        watch.Restart();
        long written = 0;
        foreach (var source in sources)
        {
            var plan = await PlanAsync(source, record, options);
            written += (await record.WriteAsync(plan.Batch)).Samples;
        }

        Console.WriteLine($"{sources.Length} cells: plan {planned.TotalMilliseconds:F0} ms; plan and write {watch.Elapsed.TotalMilliseconds:F0} ms, {written} samples");
    }

    directory.Delete(recursive: true);
    var series = Load(bdf);
    var rows = series.Bytes.Span.Count((byte)'\n') - 1;
    await using var empty = SqliteRecord.Open(new SqliteRecordOptions { Directory = Directory.CreateTempSubdirectory("voltloop-measure").FullName });
    var clock = Stopwatch.StartNew();
    var bdfPlan = await PlanAsync(series, empty, options with { Thing = ThingId.Parse("https://id.voltloop.example/cell/measure") });
    var seconds = clock.Elapsed.TotalSeconds;
    Console.WriteLine($"BDF plan: {rows} rows in {seconds * 1000:F1} ms, {rows / seconds:F0} rows/s, {series.Bytes.Length / seconds / 1e6:F0} MB/s, {bdfPlan.Batch.Series.Count} series");
}

return 0;

Task<ImportPlan> PlanAsync(ImportSource source, SqliteRecord record, ImportOptions with) =>
    importers.First(importer => importer.Recognises(source)).PlanAsync(source, with, record, CancellationToken.None);

static ImportSource Load(string path)
{
    using Stream file = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(File.OpenRead(path), CompressionMode.Decompress) : File.OpenRead(path);
    using var copy = new MemoryStream();
    file.CopyTo(copy);
    return new ImportSource(Path.GetFileName(path), copy.ToArray(), Convert.ToHexStringLower(SHA256.HashData(copy.ToArray())));
}
