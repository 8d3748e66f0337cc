using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Voltloop.Core.Provenance;
using Voltloop.Web.Components;

namespace Voltloop.Tests.Unit.Web;

public sealed class ComponentTests
{
    [Fact]
    public async Task Table_has_caption_scopes_labels_for_narrow_screens_and_order_as_links()
    {
        var html = await RenderAsync<DataTable<int>>(new()
        {
            ["Caption"] = "Cells",
            ["Items"] = new[] { 3, 5 },
            ["Sort"] = "n",
            ["SortHref"] = (Func<string, bool, string>)((key, down) => $"/x?sort={key}&desc={down}"),
            ["ChildContent"] = (RenderFragment)(b =>
            {
                b.OpenComponent<Column<int>>(0);
                b.AddComponentParameter(1, "Title", "Number");
                b.AddComponentParameter(2, "RowHeading", true);
                b.AddComponentParameter(3, "SortKey", "n");
                b.AddComponentParameter(4, "ChildContent", (RenderFragment<int>)(n => c => c.AddContent(0, n)));
                b.CloseComponent();
            }),
        });

        html.ShouldContain("<caption class=\"visually-hidden\">Cells</caption>");
        html.ShouldContain("<th scope=\"col\" aria-sort=\"ascending\"><a href=\"/x?sort=n&amp;desc=True\">Number");
        html.ShouldContain("<th scope=\"row\" data-label=\"Number\"><div>3</div></th>");
        html.ShouldContain("<div>5</div>");
    }

    [Fact]
    public async Task Interval_shows_the_value_in_the_digits_the_interval_supports() =>
        (await RenderAsync<IntervalText>(new() { ["Value"] = 0.87123, ["Unit"] = "Ah", ["Interval"] = new Interval(0.8604, 0.8814, 0.95) }))
            .ShouldBe("<span class=\"quantity\">0.871<span class=\"quantity__unit\">\u00a0Ah</span></span><span class=\"interval\">, 95\u00a0% interval 0.860 to 0.881</span>");

    [Fact]
    public async Task Field_ties_its_error_to_the_control()
    {
        var html = await RenderAsync<FormField>(new() { ["Label"] = "Mass", ["For"] = "mass", ["Error"] = "\"x\" is not a number." });

        html.ShouldContain("<label class=\"field__label\" for=\"mass\">Mass</label>");
        html.ShouldContain("<div id=\"mass-help\"><p class=\"field__error\">");
    }

    [Fact]
    public async Task Button_with_an_address_is_a_link()
    {
        (await RenderAsync<Button>(new() { ["Href"] = "/x" })).ShouldStartWith("<a href=\"/x\" class=\"button\"");
        (await RenderAsync<Button>(new() { ["Kind"] = ButtonKind.Primary })).ShouldStartWith("<button type=\"submit\" class=\"button button--primary\"");
    }

    [Fact]
    public async Task Pages_of_a_list_disappear_when_there_is_only_one() =>
        (await RenderAsync<Pagination>(new() { ["Summary"] = "4" })).ShouldBeEmpty();

    private static async Task<string> RenderAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return System.Net.WebUtility.HtmlDecode(html).Replace("&desc", "&amp;desc").Trim();
    }
}
