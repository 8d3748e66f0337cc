using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Voltloop.Core.Time;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Tests.Unit.Web;

/// <summary>A panel as a room contributes it; speaks only about models.</summary>
internal sealed class TestPanel : IThingPanel
{
    public string Key => "room-panel";

    public string Title => "Room";

    public int Order => 1;

    public Type Component => typeof(Body);

    public bool AppliesTo(Thing thing) => thing.Kind == ThingKind.Model;

    internal sealed class Body : ComponentBase
    {
        [Parameter] public Thing Thing { get; set; } = default!;

        [Parameter] public AsOf AsOf { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddContent(0, $"panel of {Thing.Label} at {AsOf.ValidAt:yyyy-MM-dd}");
    }
}
