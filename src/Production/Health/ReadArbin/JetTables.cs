using System.ComponentModel;
using System.Diagnostics;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Importing;

namespace Voltloop.Health.ReadArbin;

/// <summary>Writes tables of a Microsoft Jet database out as text, through the program <c>mdb-export</c> of mdbtools.</summary>
/// <param name="program">Name or path of the program.</param>
internal sealed class JetTables(string program = "mdb-export")
{
    /// <summary>Longest run of the program.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>The table as CSV; <c>null</c>, with an error in the log, when it cannot be had.</summary>
    public ReadOnlyMemory<byte>? Export(ReadOnlyMemory<byte> database, string table, FindingLog log)
    {
        var folder = Directory.CreateTempSubdirectory("voltloop-res-");
        try
        {
            var file = Path.Combine(folder.FullName, "database.res");
            using (var stream = File.Create(file))
            {
                stream.Write(database.Span);
            }

            return Run([file, table], log);
        }
        catch (Win32Exception)
        {
            log.Error("tool-missing", $"Arbin res files need the program {program}: install Debian's package mdbtools, or export the test as CSV or XLSX.");
            return null;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private byte[]? Run(string[] arguments, FindingLog log)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        using var output = new MemoryStream();
        var complaint = process.StandardError.ReadToEndAsync();
        var copied = CopyAsync(process.StandardOutput.BaseStream, output);
        if (!copied.Wait(Longest) || !copied.Result || !process.WaitForExit(Longest))
        {
            process.Kill();
            log.Error("limit-exceeded", $"{program} wrote more than {ImportLimits.MaxBytes} bytes or took longer than {Longest.TotalSeconds} s.");
            return null;
        }

        if (process.ExitCode != 0 || output.Length == 0)
        {
            log.Error("res-unreadable", $"{program} cannot read the database: {complaint.Result.Trim()}. Is the file truncated?");
            return null;
        }

        return output.ToArray();
    }

    private static async Task<bool> CopyAsync(Stream from, MemoryStream to)
    {
        var piece = new byte[81920];
        int read;
        while ((read = await from.ReadAsync(piece)) > 0 && to.Length <= ImportLimits.MaxBytes)
        {
            to.Write(piece, 0, read);
        }

        return to.Length <= ImportLimits.MaxBytes;
    }
}
