using Microsoft.Extensions.DependencyInjection;
using Voltloop.App.Example;
using Voltloop.App.Hosting;
using Voltloop.Core.Identities;
using Voltloop.Record.Importing;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Statements;

namespace Voltloop.Tests.EndToEnd.CommandLine;

public sealed class ExampleTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly DirectoryInfo _store = Directory.CreateTempSubdirectory("voltloop-example-store-");
    private readonly DirectoryInfo _samples = Directory.CreateTempSubdirectory("voltloop-example-");
    private readonly SqliteRecord _record;

    public ExampleTests()
    {
        _record = SqliteRecord.Open(new SqliteRecordOptions { Directory = _store.FullName });
        Copy("models", "*.json");
        Copy("tbsi-sunwoda", "TBSI-B01T25.csv");
        Copy("severson-124", "SEV-TEST1-01.csv");
    }

    [Fact]
    public async Task An_example_that_is_there_is_left_alone_although_its_model_was_restated_in_another_unit()
    {
        await using var app = Server.Build(_record, _store.FullName, "http://127.0.0.1:0");
        (await LoadAsync(app.Services)).ShouldSatisfyAllConditions(first => first.Written.ShouldBe(4), first => first.Refused.ShouldBeEmpty());
        await RestateAsync(await ModelAsync());
        (await LoadAsync(app.Services)).ShouldSatisfyAllConditions(again => again.Written.ShouldBe(0), again => again.Refused.ShouldBeEmpty());
    }

    [Fact]
    public async Task A_file_of_the_example_that_contradicts_the_record_is_left_out_by_name_and_the_others_come()
    {
        await using var app = Server.Build(_record, _store.FullName, "http://127.0.0.1:0");
        foreach (var table in _samples.GetFiles("*.csv", SearchOption.AllDirectories)) table.MoveTo(table.FullName + ".later");
        await LoadAsync(app.Services);
        await RestateAsync(await ModelAsync());
        foreach (var table in _samples.GetFiles("*.later", SearchOption.AllDirectories)) table.MoveTo(table.FullName[..^".later".Length]);
        var outcome = await LoadAsync(app.Services);
        outcome.Written.ShouldBe(1);
        outcome.Refused.ShouldHaveSingleItem().ShouldContain("unit-mismatch");
    }

    public async ValueTask DisposeAsync()
    {
        await _record.DisposeAsync();
        _store.Delete(recursive: true);
        _samples.Delete(recursive: true);
    }

    private Task<ExampleOutcome> LoadAsync(IServiceProvider services) =>
        new ExampleValueChain(services.GetRequiredService<ImportDesk>(), _record, _samples.FullName).LoadAsync(Now, _ => { }, CancellationToken.None);

    // The model of the Sunwoda cells, as the files of the example name it.
    private async Task<ThingId> ModelAsync()
    {
        var models = await _record.ListThingsAsync(new ThingQuery { Kinds = [Record.Things.ThingKind.Model], Text = "NCM811" });
        return models.Items.ShouldHaveSingleItem().Id;
    }

    private Task RestateAsync(ThingId model) => _record.WriteAsync(new WriteBatch
    {
        Assertions = [new Assertion("https://example.org/sheet", [new Statement(model, "ratedCapacity", StatementValue.Of(1100), Now.AddDays(1)) { Unit = "Ah" }])],
    });

    private void Copy(string folder, string pattern)
    {
        var target = _samples.CreateSubdirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(ExampleValueChain.ShippedSamples, folder), pattern))
        {
            File.Copy(file, Path.Combine(target.FullName, Path.GetFileName(file)));
        }
    }
}
