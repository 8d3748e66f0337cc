using System.Globalization;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Things;

namespace Voltloop.Record.Sqlite.Operations;

/// <summary>
/// Measures what the parts of a store take. This build of SQLite cannot name the pages of a table, so rows are copied into
/// an empty store in memory, part by part, and its pages are counted: exactly what the rows and their indexes take.
/// </summary>
internal sealed class StoreMeter(string path, CancellationToken cancellation)
{
    /// <summary>Most rows of a table that has row numbers, and most things, that are copied; of more, every n-th.</summary>
    private const long MostCopied = 2_000;

    private const int PageBytes = 4096;

    public StoreSizes Measure()
    {
        using var bench = Bench();
        using var stop = cancellation.Register(bench.Interrupt);
        var things = bench.Integer("SELECT coalesce(max(id), 0) FROM store.thing");
        var sampled = bench.Integer(Pick("thing", "SELECT count(*) FROM pick JOIN store.thing ON thing.id = pick.picked", bench));
        var used = (bench.Integer("PRAGMA store.page_count") - bench.Integer("PRAGMA store.freelist_count")) * bench.Integer("PRAGMA store.page_size");
        List<StorePart> parts = [.. MeterTables.All.Select(table => Measure(bench, table)).GroupBy(part => part.Name, StringComparer.Ordinal).Select(Sum)];
        parts.Add(new StorePart(StoreParts.Rest, 0, Math.Max(0, used - parts.Sum(part => part.Bytes))));
        return new StoreSizes(parts, bench.Integer(Batteries))
        {
            FileBytes = SizeOf(path) + SizeOf(path + "-wal"),
            UsedBytes = used,
            Assertions = bench.Integer("SELECT coalesce(max(seq), 0) FROM store.assertion"),
            Things = things,
            SampledThings = sampled,
        };
    }

    private static string Batteries { get; } = string.Create(CultureInfo.InvariantCulture,
        $"SELECT count(*) FROM store.thing WHERE kind IN ({string.Join(',', BatteryKinds.All.Select(kind => (int)kind))})");

    private Database Bench()
    {
        var bench = Database.OpenForWriting(":memory:");
        bench.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA page_size = {PageBytes}; PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF;"));
        Schema.Migrate(bench);
        DropTriggers(bench);
        using (var attach = bench.Get("ATTACH DATABASE ?1 AS store").Bind(1, path)) attach.Step();
        bench.Execute("BEGIN");
        return bench;
    }

    // They would count what is written elsewhere to the table at hand.
    private static void DropTriggers(Database bench)
    {
        var names = new List<string>();
        using (var query = bench.Get("SELECT name FROM sqlite_schema WHERE type = 'trigger'"))
        {
            while (query.Step()) names.Add(query.Text(0));
        }

        names.ForEach(name => bench.Execute($"DROP TRIGGER {name}"));
    }

    private static StorePart Measure(Database bench, MeterTable table)
    {
        bench.Execute($"DELETE FROM main.{table.Name}");
        var before = Pages(bench);
        bench.Execute(Copy(bench, table));
        var copied = bench.Integer($"SELECT count(*) FROM main.{table.Name}");
        var trees = bench.Integer($"SELECT count(*) FROM main.sqlite_schema WHERE tbl_name = '{table.Name}' AND rootpage > 0");
        var bytes = copied == 0 ? 0 : (Pages(bench) - before + trees) * PageBytes;
        bench.Execute($"DELETE FROM main.{table.Name}");
        var stride = table.Key is null ? 1 : Stride(bench, table.Key);
        var extra = table.Content is null ? 0 : bench.Integer(table.Content);
        return new StorePart(table.Part, copied * stride, bytes * stride + extra);
    }

    private static string Copy(Database bench, MeterTable table)
    {
        var columns = string.Join(", ", Columns(bench, table.Name));
        var insert = $"INSERT INTO main.{table.Name} ({columns}) ";
        return table.Key is null ? $"{insert}SELECT {columns} FROM store.{table.Name}"
            : Pick(table.Key, insert + table.Select.Replace("*", columns, StringComparison.Ordinal), bench);
    }

    // Row numbers are given without gaps, so every n-th of them is an even sample that is found without a scan.
    private static string Pick(string keyed, string then, Database bench)
    {
        var stride = Stride(bench, keyed);
        return string.Create(CultureInfo.InvariantCulture, $"WITH RECURSIVE pick(picked) AS (SELECT {stride} UNION ALL SELECT picked + {stride} FROM pick WHERE picked + {stride} <= {Last(bench, keyed)}) {then}");
    }

    private static long Stride(Database bench, string keyed) => Math.Max(1, (Last(bench, keyed) + MostCopied - 1) / MostCopied);

    private static long Last(Database bench, string keyed) => bench.Integer($"SELECT coalesce(max({MeterTables.KeyOf(keyed)}), 0) FROM store.{keyed}");

    private static List<string> Columns(Database bench, string table)
    {
        using var query = bench.Get("SELECT name FROM pragma_table_info(?1)").Bind(1, table);
        var names = new List<string>();
        while (query.Step()) names.Add(query.Text(0));
        return names;
    }

    private static long Pages(Database bench) => bench.Integer("PRAGMA main.page_count") - bench.Integer("PRAGMA main.freelist_count");

    private static StorePart Sum(IGrouping<string, StorePart> parts) => new(parts.Key, parts.First().Rows, parts.Sum(part => part.Bytes));

    private static long SizeOf(string file) => File.Exists(file) ? new FileInfo(file).Length : 0;
}
