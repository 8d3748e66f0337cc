using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Voltloop.Passport.ServeEn18222;

/// <summary>Passports and elements in the representation and form that a caller asked for.</summary>
internal static class DppForms
{
    /// <summary>A passport.</summary>
    public static DppAnswer Answer(HttpContext http, En18222Services room, En18222Call call, DppState state)
    {
        var document = call.Full ? DppDocument.Full(state, call.Profile, room.Addresses.Dictionary(http)) : DppDocument.Compressed(state, call.Profile);
        if (call.Form == MediaChoice.JsonLd) document = JsonLdContext.AddTo(document, room.Addresses.Base(http));
        return DppAnswer.Of(call, document, root: "digitalProductPassport").With(state.Version);
    }

    /// <summary>An element.</summary>
    public static DppAnswer Answer(HttpContext http, En18222Services room, En18222Call call, DppElement element)
    {
        var body = call.Full ? element.Full(call.Profile.Children, room.Addresses.Dictionary(http)) : element.Value?.DeepClone();
        // XML and JSON-LD need an object around a bare value.
        if (call is { Full: false, Form: MediaChoice.Xml or MediaChoice.JsonLd }) body = new JsonObject { [element.Name] = body };
        if (call.Form == MediaChoice.JsonLd) body = JsonLdContext.AddTo(body!.AsObject(), room.Addresses.Base(http));
        return DppAnswer.Of(call, body, root: "element").With(element.State.Version);
    }
}
