using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;
using MppDigital.Testing.Databases;

namespace MppDigital.Regencies.Tests.Applications.Workflow;

/// <summary>Workflows, people and files for tests that ask only about states.</summary>
internal static class SampleWorkflows
{
    public const string Claiming = "DPMPTSP";

    public static readonly DateTime Now = new(2026, 11, 9, 3, 0, 0, DateTimeKind.Utc);

    /// <summary>Every kind of stage, opinions of two agencies at once.</summary>
    public static ServiceDefinition Full { get; } = With(
        twoPerson: true, Step(WorkflowAction.Claim), Step(WorkflowAction.Verify), Step(WorkflowAction.Visit), Step(WorkflowAction.Recommend, "DINKES"), Step(WorkflowAction.Recommend, "DLH"));

    /// <param name="stages">Without return, approve and refuse, which every workflow has.</param>
    public static ServiceDefinition With(bool twoPerson, params WorkflowStep[] stages) => SeedData.Service("DPM-SIP-04") with
    {
        TwoPerson = twoPerson,
        // The definition may list them in any order.
        Workflow = [.. stages.Reverse(), Step(WorkflowAction.Return), Step(WorkflowAction.Approve, role: WorkflowRole.Head), Step(WorkflowAction.Refuse, role: WorkflowRole.Head)],
    };

    public static WorkflowStep Step(WorkflowAction action, string agency = Claiming, WorkflowRole role = WorkflowRole.Officer) => new() { Action = action, Role = role, Agency = agency };

    public static StaffMember Person(string sub, params OfficerSeat[] seats) => new(sub, sub, seats) { HasFreshFactor = true };

    /// <param name="complete">Its clock runs from the start.</param>
    public static Application File(bool complete)
    {
        var application = Application.Submit(new ApplicationFiling
        {
            Number = "1375-26-000001",
            Service = "DPM-SIP-04",
            CatalogVersion = 1,
            Sub = "citizen",
            NikLookup = "",
            Nik = [],
            Name = [],
            Answers = [],
            SecretHash = "",
            At = Now,
            LimitDays = 5,
            GrantedByLaw = true,
            Duplicate = false,
            SubjectLookup = null,
            Area = null,
            Evidence = [],
        });
        if (complete) application.Complete("sources", ActorKind.System, Now, Now);
        return application;
    }

    /// <summary>Does it, as the desk would once it is allowed.</summary>
    public static void Do(Move move, Application application, WorkflowStep step, string by)
    {
        var work = new StageWork(step, by, Now, [], []);
        switch (move)
        {
            case Move.Complete: application.Complete(by, ActorKind.Officer, Now, Now); break;
            case Move.Claim: application.Claim(work); break;
            case Move.Verify: application.Verify(work); break;
            case Move.Visit: application.Visit(work); break;
            case Move.Recommend: application.Recommend(work, isInFavour: true); break;
            case Move.Return: application.Return(by, [], ["fasilitas"], Now); break;
            case Move.Approve: application.Approve(by, [], Now); application.Issue(Now); break;
            case Move.Refuse: application.Refuse(by, [], Now); break;
            default: throw new InvalidOperationException($"{move}");
        }
    }
}
