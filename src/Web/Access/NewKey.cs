using Voltloop.Record.Policies;

namespace Voltloop.Web.Access;

/// <summary>A key that was just made.</summary>
/// <param name="Key">What is kept.</param>
/// <param name="Secret">The key itself; shown this once.</param>
public sealed record NewKey(ApiKey Key, string Secret);
