using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Voltloop.Tests.EndToEnd.Fixtures;

namespace Voltloop.Tests.EndToEnd.Pages;

/// <summary>An answer that takes a while says so, and the visitor can stop waiting.</summary>
public sealed class WaitingTests(RunningHouse house, Browser browser)
{
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(60);

    // In the page itself: the driver would wait for the page to come before it looks at anything.
    private const string WaitAndStop = """
        async byKey => {
          const until = async found => { while (!found()) await new Promise(next => setTimeout(next, 20)); };
          const field = document.querySelector('main input[type=search]');
          field.value = 'slow';
          field.form.requestSubmit();
          await until(() => document.querySelector('.waiting'));
          const said = document.querySelector('.waiting').textContent;
          if (byKey) document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
          else document.querySelector('.waiting button').click();
          await until(() => !document.querySelector('.waiting'));
          return said;
        }
        """;

    [Fact]
    public async Task A_slow_answer_is_announced_and_can_be_stopped_by_key_and_button()
    {
        var page = await browser.OpenAsync(390, 844);
        using var end = new CancellationTokenSource();
        await page.RouteAsync("**/search?q=slow", async route =>
        {
            try
            {
                await Task.Delay(Slow, end.Token);
            }
            catch (OperationCanceledException)
            {
                // The test is over; nobody waits for the answer any more.
            }
        });
        await page.GotoAsync(house.Url + "/search", new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        var waiting = page.Locator(".waiting");
        var field = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Searchbox);
        foreach (var byKey in new[] { true, false })
        {
            (await page.EvaluateAsync<string>(WaitAndStop, byKey)).ShouldStartWith("Working");
            page.Url.ShouldEndWith("/search");
        }

        // What answers at once is not announced, and works after a stop.
        await field.FillAsync("TBSI");
        await field.PressAsync("Enter");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/search\?q=TBSI$"));
        await Assertions.Expect(waiting).ToHaveCountAsync(0);
        await end.CancelAsync();
        await page.Context.CloseAsync();
    }
}
