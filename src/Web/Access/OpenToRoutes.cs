using Microsoft.AspNetCore.Builder;

namespace Voltloop.Web.Access;

/// <summary>Says of a route whom it is open to.</summary>
public static class OpenToRoutes
{
    /// <summary>
    /// The route calculates with what it is sent and what the actor may read: anyone who is signed in may use it. What it is
    /// asked to keep in the record passes the rules for writing like anything else.
    /// </summary>
    public static TBuilder Calculates<TBuilder>(this TBuilder route)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(OpenTo.Known);
}
