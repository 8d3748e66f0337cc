using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Web.Http;

namespace Voltloop.Passport.RenderCarrier;

/// <summary>Answers with the carrier of a thing that is in the record.</summary>
internal sealed class CarrierRenderer(IRecordReader record, IOptions<PassportOptions> options)
{
    /// <summary>Answers with an SVG.</summary>
    public async Task SvgAsync(HttpContext http, ThingId id) =>
        await EtaggedBytes.WriteAsync(http, Encoding.UTF8.GetBytes(QrCarrier.Svg(await LinkAsync(http, id))), "image/svg+xml");

    /// <summary>Answers with a PNG.</summary>
    public async Task PngAsync(HttpContext http, ThingId id) =>
        await EtaggedBytes.WriteAsync(http, QrCarrier.Png(await LinkAsync(http, id)), "image/png");

    /// <summary>What has to be known to print the carrier.</summary>
    public async Task<Model.CarrierFacts> FactsAsync(HttpContext http, ThingId id) => Facts(await LinkAsync(http, id));

    /// <summary>The same for a link, with the module that this house recommends.</summary>
    public Model.CarrierFacts Facts(Uri link) => QrCarrier.Facts(link) with { TargetModule = Recommended() };

    private double Recommended() => options.Value.CarrierModule is >= Model.CarrierFacts.SmallestModule and <= Model.CarrierFacts.LargestModule and var module
        ? module
        : throw new ProblemException(
            CommonProblems.InvalidValue, $"Passport:CarrierModule is {options.Value.CarrierModule} mm.", "Passport:CarrierModule",
            $"Set it between {Model.CarrierFacts.SmallestModule} and {Model.CarrierFacts.LargestModule} mm.");

    /// <summary>The link of a thing: under the configured base, else under the address that was asked.</summary>
    public Uri Link(HttpContext http, ThingId id) =>
        CarrierLink.For(id, Base(http));

    /// <summary>Base that carriers point to: as configured, else the address that was asked.</summary>
    public Uri Base(HttpContext http) => options.Value.PublicBase ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}");

    private async Task<Uri> LinkAsync(HttpContext http, ThingId id) =>
        await record.FindThingAsync(id, http.RequestAborted) is null
            ? throw new ProblemException(CommonProblems.NotFound, $"There is no \"{id}\" in the record.")
            : Link(http, id);
}
