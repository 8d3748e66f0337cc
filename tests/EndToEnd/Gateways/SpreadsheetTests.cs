using System.Text;
using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Api;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Gateways;

public sealed class SpreadsheetTests(RunningHouse house, Workshop workshop, Browser browser)
{
    private const string Base = "https://id.gs1.org/01/09521234500032/21/";

    [Fact]
    public async Task A_template_is_downloaded_from_the_page_filled_and_read_back()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url + "/readiness?on=2027-02-18");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Light means of transport" }).ClickAsync());
        download.SuggestedFilename.ShouldBe("voltloop-lmt.csv");
        var lines = (await File.ReadAllTextAsync(await download.PathAsync())).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[1].Split(',').Length;
        var filled = new string[columns];
        (filled[0], filled[1]) = (Base + "TPL-1", "https://id.gs1.org/01/09521234500032");
        filled[Array.FindIndex(lines[1].Split(','), heading => heading == "Mass [kg]")] = "3.5";
        var sheet = string.Join("\r\n", [.. lines, string.Join(',', filled)]);
        using var answer = await workshop.Client.PostAsync("/api/v1/imports?name=filled.csv", new ByteArrayContent(Encoding.UTF8.GetBytes(sheet)));
        answer.EnsureSuccessStatusCode();
        (await PassportAsync("TPL-1")).ShouldContain("3.5");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Faults_are_seen_with_their_cells_and_go_away_when_the_mapping_in_the_sheet_is_edited()
    {
        var page = await browser.OpenAsync();
        var sheet = $"#map,Kapazitaet,ratedCapacity,kg\nid,Kapazitaet\n{Base}MAP-1,5200\n";
        var faults = await CheckAsync(page, "faulty.csv", Encoding.UTF8.GetBytes(sheet));
        faults.ShouldContain("cannot be imported");
        faults.ShouldContain("kg");
        var corrected = await CheckAsync(page, "corrected.csv", Encoding.UTF8.GetBytes(sheet.Replace(",kg", ",mAh", StringComparison.Ordinal)));
        corrected.ShouldContain("5.2 Ah");
        await CommitAsync(page);
        (await PassportAsync("MAP-1")).ShouldContain("5.2");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_workbook_with_a_bad_row_is_refused_as_a_whole_with_the_cell_named()
    {
        var page = await browser.OpenAsync();
        var shown = await CheckAsync(page, "bad.xlsx", Book("ALL"));
        shown.ShouldContain("B3");
        shown.ShouldContain("cannot be imported");
        (await page.GetByRole(AriaRole.Button, new() { NameRegex = new System.Text.RegularExpressions.Regex("^(Write|Import)") }).CountAsync()).ShouldBe(0);
        using var missing = await workshop.Client.GetAsync("/api/v1/passports/" + Uri.EscapeDataString(Base + "ALL-1"));
        ((int)missing.StatusCode).ShouldBe(404);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_good_rows_of_a_workbook_are_written_when_the_person_asks_for_it()
    {
        var page = await browser.OpenAsync();
        var shown = await CheckAsync(page, "bad.xlsx", Book("SKIP"), skip: true);
        shown.ShouldContain("1 of 3 rows are left out");
        await CommitAsync(page);
        (await PassportAsync("SKIP-1")).ShouldContain("4.5");
        (await PassportAsync("SKIP-3")).ShouldContain("6.5");
        using var missing = await workshop.Client.GetAsync("/api/v1/passports/" + Uri.EscapeDataString(Base + "SKIP-2"));
        ((int)missing.StatusCode).ShouldBe(404);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Over_HTTP_all_or_nothing_is_the_default_and_proceeding_is_asked_for()
    {
        using var refused = await workshop.Client.PostAsync("/api/v1/imports?name=bad.xlsx", new ByteArrayContent(Book("HTTP")));
        (await refused.ProblemAsync(422)).Text("location").ShouldContain("B3");
        using var answer = await workshop.Client.PostAsync("/api/v1/imports?name=bad.xlsx&skipBadRows=true", new ByteArrayContent(Book("HTTP")));
        (await answer.Content.ReadAsStringAsync()).ShouldContain("rows-skipped");
        (await PassportAsync("HTTP-3")).ShouldContain("6.5");
    }

    [Fact]
    public async Task On_the_command_line_too()
    {
        using var voltloop = new CommandLine.Voltloop();
        var file = Path.Combine(voltloop.Directory.FullName, "bad.xlsx");
        await File.WriteAllBytesAsync(file, Book("CLI"));
        var refused = await voltloop.RunAsync("import", file);
        refused.ExitCode.ShouldBe(2);
        refused.Output.ShouldContain("B3");
        (await voltloop.RunAsync("show", Base + "CLI-1")).ExitCode.ShouldBe(3);
        (await voltloop.RunAsync("import", file, "--skip-bad-rows")).ExitCode.ShouldBe(0);
        (await voltloop.RunAsync("show", Base + "CLI-3", "--json")).Output.ShouldContain("6.5");
        (await voltloop.RunAsync("show", Base + "CLI-2")).ExitCode.ShouldBe(3);
        (await voltloop.RunAsync("template", "--category", "ev")).Output.ShouldContain("EC-");
    }

    // Three batteries, the second with a mass that is none.
    private static byte[] Book(string serial) => new Workbook().Sheet("Batteries", string.Concat(
        Workbook.Row(1, "id", "Mass [kg]"), Workbook.Row(2, $"{Base}{serial}-1", 4.5), Workbook.Row(3, $"{Base}{serial}-2", "heavy"), Workbook.Row(4, $"{Base}{serial}-3", 6.5))).Bytes();

    private async Task<string> CheckAsync(IPage page, string name, byte[] content, bool skip = false)
    {
        await page.GotoAsync(workshop.Url + "/import");
        await page.SetInputFilesAsync("#files", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = content });
        if (skip) await page.GetByLabel("Write the good rows").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the files" }).ClickAsync();
        await page.Locator("text=What was found").Or(page.Locator("text=What would change")).First.WaitForAsync();
        return await page.Locator("main").InnerTextAsync();
    }

    private static async Task CommitAsync(IPage page)
    {
        await page.Locator("form[action='/import/commit'] button").ClickAsync();
        await page.Locator("text=durable").First.WaitForAsync();
    }

    private async Task<string> PassportAsync(string serial) =>
        (await workshop.Client.JsonAsync($"/api/v1/passports/{Uri.EscapeDataString(Base + serial)}?audience=operator")).GetRawText();
}
