using MppDigital.Platform.Persistence;

namespace MppDigital.Regencies.Feedback.Surveys;

/// <summary>The weakest element of a quarter, which somebody has to improve until a day and tell what was done.</summary>
internal sealed class ImprovementTask : IVersioned
{
    public const int LongestText = 1000;

    private ImprovementTask()
    {
    }

    public ImprovementTask(string period, SurveyElement element, decimal mean, DateOnly dueOn)
    {
        Period = period;
        Element = element;
        Mean = mean;
        DueOn = dueOn;
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The quarter it comes from: <c>2026-T4</c>.</summary>
    public string Period { get; private init; } = "";

    public SurveyElement Element { get; private init; }

    /// <summary>What the element was given, 1 to 4.</summary>
    public decimal Mean { get; private init; }

    public DateOnly DueOn { get; private set; }

    /// <summary>The <c>sub</c> of whom it was given to; null while the admins have it.</summary>
    public string? Owner { get; private set; }

    public string Plan { get; private set; } = "";

    /// <summary>What was done; it stands on the public page of the survey.</summary>
    public string Done { get; private set; } = "";

    public DateOnly? DoneOn { get; private set; }

    /// <summary>The last day on which somebody was reminded.</summary>
    public DateOnly? RemindedOn { get; private set; }

    public long Version { get; private set; }

    public void Assign(string? owner, string plan, DateOnly dueOn) => (Owner, Plan, DueOn) = (owner, plan, dueOn);

    public void Close(string done, DateOnly today) => (Done, DoneOn) = (done, today);

    public void Remind(DateOnly today) => RemindedOn = today;
}
