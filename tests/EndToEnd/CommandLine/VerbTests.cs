
namespace Voltloop.Tests.EndToEnd.CommandLine;

public sealed class VerbTests : IDisposable
{
    private const string Table = "serial,gtin,cycle_count,discharging_capacity_ah\nCLI-1,09521234500018,1,1.08\nCLI-1,09521234500018,2,1.07\nCLI-1,09521234500018,3,1.06\n";

    private readonly Voltloop _voltloop = new();

    public void Dispose() => _voltloop.Dispose();

    [Fact]
    public async Task Import_show_export_backup_restore_and_doctor_work_in_a_row()
    {
        (await _voltloop.RunAsync("import", _voltloop.File("table.csv", Table))).ExitCode.ShouldBe(0);
        var shown = await _voltloop.RunAsync("show", "CLI-1", "--json");
        shown.ExitCode.ShouldBe(0, shown.Errors);
        shown.Output.ShouldContain("stateOfHealth");

        var backup = Path.Combine(_voltloop.Directory.FullName, "backup.db");
        (await _voltloop.RunAsync("backup", backup)).ExitCode.ShouldBe(0);
        using var restored = new Voltloop();
        (await restored.RunAsync("restore", backup)).ExitCode.ShouldBe(0);
        var again = await restored.RunAsync("show", "CLI-1", "--json");
        again.Output.ShouldBe(shown.Output);
        var doctor = await restored.RunAsync("doctor", "--json");
        doctor.ExitCode.ShouldBe(0, doctor.Output);
    }

    [Fact]
    public async Task Importing_the_same_file_twice_writes_once()
    {
        var file = _voltloop.File("table.csv", Table);
        (await _voltloop.RunAsync("import", file, "--json")).Json[0].GetProperty("outcome").GetString().ShouldBe("imported");
        (await _voltloop.RunAsync("import", file, "--json")).Json[0].GetProperty("outcome").GetString().ShouldBe("unchanged");
    }

    [Fact]
    public async Task File_of_a_cycler_is_repaired_with_a_report_and_bdf_is_judged_as_it_stands()
    {
        var rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"{(i == 20 ? 0 : i)},4.{i:00},1\n"));
        var file = _voltloop.File("glitch.csv", "test_time_second,voltage_volt,current_ampere\n" + rows);
        var imported = (await _voltloop.RunAsync("import", file, "--thing", "https://id.gs1.org/01/09521234500018/21/CLI-9", "--json")).Json[0];
        imported.GetProperty("outcome").GetString().ShouldBe("imported");
        imported.GetProperty("repairs")[0].GetProperty("rule").GetString().ShouldBe("time-zero");
        var judged = await _voltloop.RunAsync("bdf", "validate", file, "--json");
        judged.ExitCode.ShouldBe(2);
        judged.Json[0].GetProperty("isValid").GetBoolean().ShouldBeFalse();
        judged.Json[0].GetProperty("findings")[0].GetProperty("code").GetString().ShouldBe("time-backwards");
        (await _voltloop.RunAsync("bdf", "validate", "/nowhere/at-all.csv")).ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task A_preview_writes_nothing()
    {
        (await _voltloop.RunAsync("import", _voltloop.File("first.csv", Table))).ExitCode.ShouldBe(0);
        var other = _voltloop.File("other.csv", Table.Replace("CLI-1", "CLI-2", StringComparison.Ordinal));
        (await _voltloop.RunAsync("import", other, "--preview", "--json")).Json[0].GetProperty("outcome").GetString().ShouldBe("previewed");
        (await _voltloop.RunAsync("show", "CLI-2")).ExitCode.ShouldBe(3);
    }

    [Theory]
    [InlineData(3, "show", "nobody")]
    [InlineData(3, "import", "/nowhere/at-all.csv")]
    [InlineData(2, "show", "CLI-1", "--as-of", "yesterday-ish")]
    public async Task A_problem_is_one_line_and_an_exit_code(int exitCode, params string[] arguments)
    {
        (await _voltloop.RunAsync("import", _voltloop.File("table.csv", Table))).ExitCode.ShouldBe(0);
        var result = await _voltloop.RunAsync(arguments);
        result.ExitCode.ShouldBe(exitCode, result.Errors);
        (result.Output + result.Errors).Trim().Split('\n').Length.ShouldBe(1);
    }

    [Fact]
    public async Task Every_verb_explains_itself_with_an_example()
    {
        foreach (var verb in new[] { "serve", "import", "show", "export", "completeness", "backup", "restore", "doctor" })
        {
            var help = await _voltloop.RunAsync(verb, "--help");
            help.ExitCode.ShouldBe(0);
            help.Output.ShouldContain("Example: ./run " + verb, Case.Sensitive, verb);
        }
    }

    [Fact]
    public async Task A_second_writer_is_refused_by_name_while_readers_may_come()
    {
        (await _voltloop.RunAsync("import", _voltloop.File("table.csv", Table))).ExitCode.ShouldBe(0);
        var store = Path.Combine(_voltloop.Directory.FullName, "store");
        using var server = Voltloop.Start(["serve", "--empty", "--urls", "http://127.0.0.1:0", "--data", store]);
        try
        {
            (await server.StandardOutput.ReadLineAsync())!.ShouldContain("Voltloop serves 1 batteries");
            var second = await _voltloop.RunAsync("import", _voltloop.File("more.csv", Table.Replace("CLI-1", "CLI-9", StringComparison.Ordinal)), "--json");
            second.ExitCode.ShouldBe(5, second.Output + second.Errors);
            second.Errors.ShouldContain("store-in-use");
            (await _voltloop.RunAsync("show", "CLI-1")).ExitCode.ShouldBe(0);
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
        }
    }
}
