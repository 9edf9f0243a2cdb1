namespace MppDigital.Web.Components.Pieces;

/// <param name="Code">As in the definitions: <c>life_events</c>.</param>
/// <param name="Text">Key of its name; with <c>What</c> appended, of what it bundles.</param>
public sealed record LifeEventTile(string Code, string Text, string Icon)
{
    public static IReadOnlyList<LifeEventTile> All { get; } =
    [
        new("birth", "EventBirth", Icons.Baby),
        new("marriage", "EventMarriage", Icons.Rings),
        new("moving", "EventMoving", Icons.Truck),
        new("practice", "EventPractice", Icons.Stethoscope),
        new("business", "EventBusiness", Icons.Shop),
        new("death", "EventDeath", Icons.Leaf),
    ];
}
