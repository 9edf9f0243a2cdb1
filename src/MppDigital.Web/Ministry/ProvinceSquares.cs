using System.Globalization;
using System.Text;
using MppDigital.National.Rollout;

namespace MppDigital.Web.Ministry;

/// <summary>One small mark for each regency of a province, in the three shapes of the map.</summary>
internal static class ProvinceSquares
{
    private const int PerRow = 19;
    private const int Step = 11;

    public static string Draw(int inaugurated, int operating, int unknown)
    {
        var stages = Enumerable.Repeat(RolloutStage.Inaugurated, inaugurated).Concat(Enumerable.Repeat(RolloutStage.Operating, operating)).Concat(Enumerable.Repeat(RolloutStage.Unknown, unknown));
        var paths = new Dictionary<RolloutStage, StringBuilder> { [RolloutStage.Inaugurated] = new(), [RolloutStage.Operating] = new(), [RolloutStage.Unknown] = new() };
        foreach (var (index, stage) in stages.Index())
        {
            var (x, y) = (index % PerRow * Step, index / PerRow * Step);
            paths[stage].Append(stage switch
            {
                RolloutStage.Inaugurated => $"M{x} {y}h9v9h-9z",
                RolloutStage.Operating => string.Create(CultureInfo.InvariantCulture, $"M{x} {y + 4.5}l4.5-4.5 4.5 4.5-4.5 4.5z"),
                _ => $"M{x + 1} {y + 1}h7v7h-7z",
            });
        }

        var height = Math.Max(1, (inaugurated + operating + unknown + PerRow - 1) / PerRow) * Step;
        var body = string.Concat(paths.Where(p => p.Value.Length > 0).Select(p => $"""<path class="{ClassOf(p.Key)}" d="{p.Value}"/>"""));
        return $"""<svg class="w" viewBox="0 0 {PerRow * Step} {height}" width="{PerRow * Step}" height="{height}" aria-hidden="true">{body}</svg>""";
    }

    private static string ClassOf(RolloutStage stage) => stage switch { RolloutStage.Inaugurated => "c1", RolloutStage.Operating => "c2", _ => "c3" };
}
