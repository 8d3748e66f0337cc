using System.Text;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Sqlite.Operations;
using Voltloop.Tests.Compliance.Model;
using Voltloop.Tests.CrashHost;

namespace Voltloop.Tests.Compliance.Sqlite;

/// <summary>A backup file holds the node's private keys only when asked.</summary>
public sealed class KeyBackupTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Without_being_asked_a_backup_holds_no_private_key_and_a_restored_node_has_another_name()
    {
        var (secret, log) = await BackUpAsync(withKeys: false);
        Contains(At("copy.db"), secret).ShouldBeFalse();
        SqliteRecord.Restore(At("copy.db"), At("restored"));
        await using var restored = Open("restored");
        restored.Keys.Log.ShouldNotBe(log);
    }

    [Fact]
    public async Task With_keys_the_node_comes_back_under_its_own_name_and_the_keys_leave_the_database()
    {
        var (secret, log) = await BackUpAsync(withKeys: true);
        Contains(At("copy.db"), secret).ShouldBeTrue();
        OwnerOnly(At("copy.db")).ShouldBeTrue();
        SqliteRecord.Restore(At("copy.db"), At("restored"));
        Contains(Path.Combine(At("restored"), SqliteRecord.FileName), secret).ShouldBeFalse();
        await using var restored = Open("restored");
        restored.Keys.Log.ShouldBe(log);
        Directory.EnumerateFiles(Path.Combine(At("restored"), NodeKeys.FolderName), "*.p8").ShouldAllBe(file => OwnerOnly(file));
        await restored.WriteAsync(CrashBatch.Of(1));
        (await restored.ExamineAsync(new DoctorOptions())).Faults.ShouldBeEmpty();
    }

    private async Task<(byte[] Secret, string Log)> BackUpAsync(bool withKeys)
    {
        await using var record = Open("store");
        await record.WriteAsync(CrashBatch.Of(0));
        await record.BackupAsync(At("copy.db"), withKeys);
        var file = Directory.EnumerateFiles(Path.Combine(At("store"), NodeKeys.FolderName), "*.p8").Single();
        return (File.ReadAllBytes(file)[36..68], record.Keys.Log);
    }

    private SqliteRecord Open(string name) => SqliteRecord.Open(new SqliteRecordOptions { Directory = At(name) });

    private static bool OwnerOnly(string file) => OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite);

    private static bool Contains(string file, byte[] secret) =>
        Encoding.Latin1.GetString(File.ReadAllBytes(file)).Contains(Encoding.Latin1.GetString(secret), StringComparison.Ordinal);

    private string At(string name) => Path.Combine(_folder.Path, name);
}
