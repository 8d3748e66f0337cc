using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Pages;

/// <summary>The grading bench and the model benchmark as a person uses them.</summary>
public sealed class GradingTests(RunningHouse house, Browser browser)
{
    private const string Table = """
        cell,cell_type,nominal_capacity_ah,charge_percent,u1_volt,u2_volt,u3_volt,u4_volt,u5_volt,u6_volt,u7_volt,u8_volt,u9_volt,u10_volt,u11_volt,u12_volt,u13_volt,u14_volt,u15_volt,u16_volt,u17_volt,u18_volt,u19_volt,u20_volt,u21_volt,manufactured,visual,insulation_ohm_per_volt,self_discharge_percent_per_month,history
        SOUND,NMC 21 Ah,21,30,3.6159,3.6359,3.6442,3.6245,3.6177,3.5980,3.5894,3.6092,3.6168,3.6568,3.6730,3.6335,3.6187,3.5785,3.5618,3.6019,3.6166,3.6768,3.7009,3.6415,3.6194,2018-05-01,pass,2000,1,pass
        DENTED,NMC 21 Ah,21,30,3.6159,3.6359,3.6442,3.6245,3.6177,3.5980,3.5894,3.6092,3.6168,3.6568,3.6730,3.6335,3.6187,3.5785,3.5618,3.6019,3.6166,3.6768,3.7009,3.6415,3.6194,2018-05-01,fail,2000,1,pass
        """;

    [Fact]
    public async Task Cells_are_graded_from_a_table_and_a_bad_table_is_refused_by_name()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(house.Url + "/health/benchmarks");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("./run health benchmark severson");
        await page.GotoAsync(house.Url + "/health/grading");
        await GradeAsync(page, Table);
        await page.Locator("#cells").WaitForAsync();
        var cells = await page.Locator("#cells tbody tr").AllInnerTextsAsync();
        cells.Count.ShouldBe(2);
        cells[0].ShouldContain("5 of 5 passed");
        cells[1].ShouldContain("reject: check failed");
        await GradeAsync(page, Table.Replace("u7_volt", "u7", StringComparison.Ordinal));
        await page.GetByText("The table has no column u7_volt.").WaitForAsync();
        await page.Context.CloseAsync();
    }

    private static async Task GradeAsync(IPage page, string table)
    {
        await page.SetInputFilesAsync("#table", new FilePayload { Name = "cells.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(table) });
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Grade", Exact = true }).ClickAsync();
    }
}
