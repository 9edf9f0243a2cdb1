namespace MppDigital.Regencies.Applications;

/// <content>What the office does on the way to a decision, who has the file meanwhile, and the warnings before the limit.</content>
internal sealed partial class Application
{
    private readonly List<ApplicationOwner> owners = [];

    /// <summary>Keys of the stages that are done, in the order of doing.</summary>
    public IReadOnlyList<string> StagesDone { get; private set; } = [];

    /// <summary>A second agency advised against it: whoever approves all the same has to say why.</summary>
    public bool AdvisedAgainst { get; private set; }

    /// <summary>Keys of the stages whose turn it is, each between bars: <c>|recommend@DINKES|</c>.</summary>
    public string WaitsFor { get; private set; } = "";

    /// <summary>The last share of the limit in percent, of 50, 80 and 100, at which a warning was given; 0 before the first.</summary>
    public int WarnedLevel { get; private set; }

    /// <summary>When the next warning is due; null while the clock is stopped or after the last.</summary>
    public DateTime? WarnAt { get; private set; }

    /// <summary>Who answers for it in each agency that has somebody.</summary>
    public IReadOnlyList<ApplicationOwner> Owners => owners;

    public void Claim(StageWork work)
    {
        ClaimedBy = work.By;
        Own(work.Stage.Agency, work.By, work.At);
        Finish(work, "claimed");
    }

    public void Verify(StageWork work)
    {
        VerifiedBy = work.By;
        Finish(work, "verified");
    }

    public void Visit(StageWork work) => Finish(work, "visited");

    public void Recommend(StageWork work, bool isInFavour)
    {
        AdvisedAgainst |= !isInFavour;
        Finish(work, isInFavour ? "recommended" : "advised-against");
    }

    /// <summary>Puts the file into somebody's hands.</summary>
    /// <param name="isClaimant">The agency is the one that claims and verifies.</param>
    public void Assign(string agency, bool isClaimant, string to, string by, DateTime at)
    {
        Own(agency, to, at);
        if (isClaimant) ClaimedBy = to;
        Record("assigned", ActorKind.Officer, by, at, fields: to, agency: agency);
    }

    public void WaitFor(IEnumerable<string> stages) => WaitsFor = string.Concat(stages.Select(s => $"|{s}|"));

    /// <summary>A share of the limit is used up; it happened then, whenever it is written down.</summary>
    public void Warn(int level, DateTime at)
    {
        WarnedLevel = level;
        Record($"warned-{level}", ActorKind.System, "system", at);
    }

    private void Own(string agency, string sub, DateTime at)
    {
        owners.RemoveAll(o => o.Agency == agency);
        owners.Add(new ApplicationOwner { Agency = agency, Sub = sub, At = at });
    }

    private void Finish(StageWork work, string kind)
    {
        Status = ApplicationStatus.InReview;
        StagesDone = [.. StagesDone, work.Stage.Key];
        Record(kind, ActorKind.Officer, work.By, work.At, work.Note, string.Join(' ', work.Checked), work.Stage.Agency);
    }
}
