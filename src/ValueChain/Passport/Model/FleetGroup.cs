namespace Voltloop.Passport.Model;

/// <summary>Items that are judged alike: same model, same category, same terms.</summary>
/// <param name="Model">Identifier of the model; <c>null</c> for items without one.</param>
/// <param name="Category">Category, stated by the item or its model; <c>null</c> when nobody states one.</param>
/// <param name="Terms">Number of the set of terms that the items state themselves.</param>
internal readonly record struct FleetGroup(string? Model, string? Category, int Terms);
