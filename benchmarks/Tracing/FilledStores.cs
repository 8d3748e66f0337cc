using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Voltloop.Bench.Tracing;

/// <summary>A store of ours and a plain one with the same events, filled when first asked.</summary>
/// <param name="events">How many.</param>
internal sealed class FilledStores(int events) : IAsyncDisposable
{
    /// <summary>Events after which a word is said.</summary>
    private const int Told = 500_000;

    /// <summary>Who capture at once: one who waits for the disk leaves room for another.</summary>
    private const int Clients = 4;

    private readonly Folder _folder = new();

    public int Events => events;

    public EventsHouse House { get; private set; } = null!;

    public SqliteConnection Plain { get; private set; } = null!;

    public async Task FillAsync()
    {
        if (House is not null) return;
        House = await EventsHouse.StartAsync();
        Plain = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "plain.db")}");
        Plain.Open();
        Run("PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; CREATE TABLE event (id INTEGER PRIMARY KEY, eventID TEXT, time TEXT, place TEXT, json TEXT); CREATE TABLE posting (epc TEXT, event INTEGER)");
        await Task.WhenAll(CaptureAsync(), Task.Run(InsertAll));
        Run("CREATE INDEX by_id ON event (eventID); CREATE INDEX by_epc ON posting (epc); CREATE INDEX by_place ON event (place, time); ANALYZE");
    }

    public async ValueTask DisposeAsync()
    {
        if (House is not null) await House.DisposeAsync();
        Plain?.Dispose();
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private async Task CaptureAsync()
    {
        using var client = House.Client();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Clients };
        await Parallel.ForEachAsync(Enumerable.Range(0, events / EventSample.PerDocument), options, async (number, cancellation) =>
        {
            using var body = new ByteArrayContent(EventSample.Document(number));
            body.Headers.ContentType = new MediaTypeHeaderValue("application/ld+json");
            using var answer = await client.PostAsync("/api/v1/epcis/capture", body, cancellation);
            answer.EnsureSuccessStatusCode();
            if (number * EventSample.PerDocument % Told == 0) Console.Error.WriteLine($"  filling the store: {number * EventSample.PerDocument:N0} of {events:N0} events");
        });
    }

    private void InsertAll()
    {
        for (var number = 0; number < events / EventSample.PerDocument; number++) Insert(EventSample.Document(number));
    }

    private void Insert(byte[] bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        using var transaction = Plain.BeginTransaction();
        using var command = Command(transaction, "INSERT INTO event (eventID, time, place, json) VALUES ($a, $b, $c, $d) RETURNING id", "$a", "$b", "$c", "$d");
        using var posting = Command(transaction, "INSERT INTO posting (epc, event) VALUES ($a, $b)", "$a", "$b");
        foreach (var item in json.RootElement.GetProperty("epcisBody").GetProperty("eventList").EnumerateArray())
        {
            object[] values = [item.GetProperty("eventID").GetString()!, item.GetProperty("eventTime").GetString()!, item.GetProperty("readPoint").GetProperty("id").GetString()!, item.GetRawText()];
            for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i];
            var id = command.ExecuteScalar();
            foreach (var epc in Epcs(item))
            {
                (posting.Parameters[0].Value, posting.Parameters[1].Value) = (epc, id);
                posting.ExecuteNonQuery();
            }
        }

        transaction.Commit();
    }

    private static IEnumerable<string> Epcs(JsonElement item) => from list in new[] { "epcList", "childEPCs", "inputEPCList", "outputEPCList" }
                                                                   where item.TryGetProperty(list, out _)
                                                                   from epc in item.GetProperty(list).EnumerateArray()
                                                                   select epc.GetString()!;

    private SqliteCommand Command(SqliteTransaction transaction, string sql, params string[] names)
    {
        var command = Plain.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        Array.ForEach(names, name => command.Parameters.AddWithValue(name, ""));
        return command;
    }

    private void Run(string sql)
    {
        using var command = Plain.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
