using MppDigital.Regencies.Feedback.Complaints;
using MppDigital.Regencies.Figures;

namespace MppDigital.Regencies.Feedback.Heard;

/// <summary>One complaint as far as it is counted.</summary>
/// <param name="IsRaised">It had to go higher.</param>
/// <param name="AgeDays">Since receipt.</param>
/// <param name="AnswerDays">From receipt to the last answer; null while there is none.</param>
internal sealed record CountedComplaint(ComplaintClass Class, bool IsOpen, bool IsRaised, double AgeDays, double? AnswerDays);

/// <summary>Counts complaints for everybody to read, without what points to a person: neither a small number, nor what would tell it by what stands beside it.</summary>
internal static class VoiceTally
{
    private static readonly (string Days, int Below)[] AgeBands = [("0-14", 15), ("15-60", 61), ("61-", int.MaxValue)];

    public static VoiceFigures Of(IReadOnlyList<CountedComplaint> all, DateTimeOffset asOf)
    {
        var open = all.Where(c => c.IsOpen).ToList();
        var classes = Enum.GetValues<ComplaintClass>();
        var cells = new Dictionary<string, int> { ["open"] = open.Count, ["raised"] = open.Count(c => c.IsRaised), ["calm"] = open.Count(c => !c.IsRaised) };
        foreach (var kind in classes) (cells[$"open-{kind}"], cells[$"closed-{kind}"]) = (open.Count(c => c.Class == kind), all.Count(c => !c.IsOpen && c.Class == kind));
        foreach (var (days, _) in AgeBands) cells[days] = open.Count(c => BandOf(c.AgeDays) == days);
        // Nobody is told how many stayed where they were, and everybody can take one number from the other.
        Sum<string>[] sums = [new("open", [.. classes.Select(k => $"open-{k}")]), new("open", [.. AgeBands.Select(a => a.Days)]), new("open", ["raised", "calm"])];
        var hidden = SmallNumbers.Hidden(cells, sums);
        int? Shown(string cell) => hidden.Contains(cell) ? null : cells[cell];
        return new VoiceFigures(
            [.. classes.Select(k => new VoiceCount(ComplaintWords.Wire(k), Shown($"open-{k}"), Shown($"closed-{k}")))], Shown("open"), [.. AgeBands.Select(a => new VoiceAge(a.Days, Shown(a.Days)))], Shown("raised"),
            Median([.. open.Select(c => c.AgeDays)]), Median([.. all.Select(c => c.AnswerDays).OfType<double>()]), asOf);
    }

    private static string BandOf(double days) => AgeBands.First(a => days < a.Below).Days;

    private static double? Median(double[] values)
    {
        if (values.Length < SmallNumbers.Least) return null;
        Array.Sort(values);
        return Math.Round(values.Length % 2 == 1 ? values[values.Length / 2] : (values[(values.Length / 2) - 1] + values[values.Length / 2]) / 2, 1);
    }
}
