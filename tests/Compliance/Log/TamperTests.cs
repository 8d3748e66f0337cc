using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Tests.Compliance.Log;

/// <summary>Somebody changes the store behind its back.</summary>
[Trait("Requirement", "LAW-11")]
[Trait("Requirement", "18239-4")]
public sealed class TamperTests : LogFixture
{
    private const int Flips = 150;


    [Theory]
    [InlineData("UPDATE statement SET value = '7.5' WHERE seq = 3", "assertion 3 ")]
    [InlineData("UPDATE statement SET unit_id = NULL WHERE seq = 270", "assertion 270 ")]
    [InlineData("UPDATE evidence SET method = 'guessed'", "assertion 1 ")]
    [InlineData("UPDATE assertion SET root = zeroblob(32) WHERE seq = 5", "Assertion 5 ")]
    [InlineData("UPDATE assertion SET recorded_at = recorded_at + 1 WHERE seq = 5", "Assertion 5 ")]
    [InlineData("UPDATE assertion SET signature = zeroblob(64) WHERE seq = 300", "signature of assertion 300 ")]
    [InlineData("UPDATE assertion SET signature = NULL, key_id = NULL, signed_at = NULL WHERE seq = 7", "Assertion 7 ")]
    [InlineData("UPDATE issuer SET name = 'somebody' WHERE id = 1", "signature of assertion 1 ")]
    [InlineData("UPDATE signing_key SET public = zeroblob(91)", "another public key")]
    [InlineData("UPDATE tile SET hashes = zeroblob(8192)", "tile 0 of level 0")]
    [InlineData("UPDATE tile SET root = zeroblob(32)", "Tile 0 of level 0")]
    [InlineData("DELETE FROM tile", "tiles of level 0")]
    [InlineData("DELETE FROM statement WHERE seq = 300; DELETE FROM assertion WHERE seq = 300", "it was cut off")]
    [InlineData("UPDATE checkpoint SET note = replace(note, 'a', 'b')", "checkpoint")]
    public async Task A_change_by_SQL_is_found_and_located(string sql, string place)
    {
        await Fill();
        using (var database = Database.OpenForWriting(DatabaseFile))
        {
            database.Execute("PRAGMA foreign_keys = OFF");
            database.Execute(sql);
        }

        (await Examine()).Faults.ShouldContain(fault => fault.Contains(place, StringComparison.OrdinalIgnoreCase), sql);
    }

    [Fact]
    public async Task A_database_put_back_to_an_earlier_state_is_found_by_the_checkpoint_beside_it()
    {
        await Fill();
        File.Copy(DatabaseFile, DatabaseFile + ".old");
        await using (var record = Open())
        {
            await record.WriteAsync(Facts(3));
        }

        File.Move(DatabaseFile + ".old", DatabaseFile, overwrite: true);
        (await Examine()).Faults.ShouldContain(fault => fault.Contains("cut off", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rewritten_past_is_found_even_when_tiles_and_roots_were_made_to_fit()
    {
        await Fill();
        var identity = Path.Combine(Store, NodeKeys.FolderName);
        var kept = File.ReadAllText(Path.Combine(identity, "checkpoint"));
        File.Delete(DatabaseFile);
        await using (var record = Open())
        {
            for (var i = 0; i < 31; i++)
            {
                await record.WriteAsync(Facts(10, 2));
            }
        }

        File.WriteAllText(Path.Combine(identity, "checkpoint"), kept);
        (await Examine()).Faults.ShouldContain(fault => fault.Contains("rewritten", StringComparison.Ordinal));
    }

    /// <summary>A flipped byte is found, or what the record claims is still word for word the same.</summary>
    [Fact]
    public async Task Any_flipped_byte_of_the_file_is_found_or_changes_nothing_that_is_claimed()
    {
        // Enough that most pages hold facts: each empty table of the schema has a page of its own, where a flip means nothing.
        await Fill(batches: 60);
        var whole = await File.ReadAllBytesAsync(DatabaseFile);
        var claimed = Dump();
        var chance = new Random(20270218);
        var (found, harmless) = (0, 0);
        for (var i = 0; i < Flips; i++)
        {
            var at = chance.Next(whole.Length);
            var old = whole[at];
            whole[at] ^= (byte)(1 << chance.Next(8));
            await File.WriteAllBytesAsync(DatabaseFile, whole);
            var isFound = await IsFound();
            found += isFound ? 1 : 0;
            harmless += isFound ? 0 : 1;
            (isFound || Dump() == claimed).ShouldBeTrue($"byte {at} of {whole.Length} was changed from {old} to {whole[at]} and nobody noticed");
            whole[at] = old;
        }

        found.ShouldBeGreaterThan(Flips / 3);
        TestContext.Current.TestOutputHelper!.WriteLine($"{found} of {Flips} flips found; {harmless} hit free space or names that the log does not answer for");
    }

    private async Task Fill(int batches = 30)
    {
        await using var record = Open();
        for (var i = 0; i < batches; i++)
        {
            await record.WriteAsync(Facts(10, 2));
        }
    }

    private async Task<bool> IsFound()
    {
        try
        {
            return !(await Examine()).IsSound;
        }
        catch (ProblemException)
        {
            return true;
        }
    }

    // Every row of every table that the log answers for, as text.
    private string Dump()
    {
        var text = new StringBuilder();
        using var database = Database.OpenForReading(DatabaseFile);
        foreach (var table in (string[])["assertion", "statement", "evidence", "issuer", "term", "unit", "signing_key", "tile", "checkpoint", "chunk", "document_part"])
        {
            using var row = database.Get($"SELECT quote(group_concat(row)) FROM (SELECT {Columns(database, table)} AS row FROM {table})");
            row.Step();
            text.AppendLine(row.TextOrNull(0));
        }

        return text.ToString();
    }

    private static string Columns(Database database, string table)
    {
        var names = new List<string>();
        using var row = database.Get($"SELECT name FROM pragma_table_info('{table}')");
        while (row.Step())
        {
            names.Add($"quote({row.Text(0)})");
        }

        return string.Join(" || ',' || ", names);
    }
}
