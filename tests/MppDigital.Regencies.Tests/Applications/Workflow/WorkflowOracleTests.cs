using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;

namespace MppDigital.Regencies.Tests.Applications.Workflow;

/// <summary>
/// The state machine against a second telling of the rules that shares no code with it: random workflows, random people, random walks. Before
/// each step both are asked about every person and every move.
/// </summary>
public sealed class WorkflowOracleTests
{
    private const int Walks = 2000;
    private const int StepsOfAWalk = 25;

    private static readonly string[] Agencies = ["DPMPTSP", "DINKES", "DLH", "DISDIK"];

    [Fact]
    public void Agrees_with_a_slow_telling_of_the_rules()
    {
        var (allowed, refused) = (0, 0);
        for (var seed = 0; seed < Walks; seed++)
        {
            var random = new Random(seed);
            var service = AnyService(random);
            var people = Enumerable.Range(0, 4).Select(n => AnyPerson(random, n)).ToList();
            var application = SampleWorkflows.File(complete: random.Next(2) == 0);
            var told = new Told(application.CompleteAt is not null);
            for (var step = 0; step < StepsOfAWalk; step++)
            {
                foreach (var person in people)
                {
                    var open = ApplicationMoves.OpenTo(person, application, service).ToHashSet();
                    foreach (var move in Enum.GetValues<Move>())
                    {
                        Assert.True(told.Allows(person, move, service) == open.Contains(move), $"Walk {seed}, step {step}: {move} by {person.Sub} in {application.Status}, done {string.Join(' ', application.StagesDone)}.");
                        if (open.Contains(move)) allowed++;
                        else refused++;
                    }
                }

                Advance(random, application, told, service, people);
            }
        }

        // A walk that never got anywhere would agree with anything.
        Assert.InRange(allowed, Walks * 5, int.MaxValue);
        Assert.InRange(refused, Walks * 5, int.MaxValue);
    }

    private static void Advance(Random random, Application application, Told told, ServiceDefinition service, List<StaffMember> people)
    {
        if (application.Status == ApplicationStatus.Returned)
        {
            application.Correct([], [], SampleWorkflows.Now);
            told.IsReturned = false;
            return;
        }

        var choices = people.SelectMany(p => Enum.GetValues<Move>().Where(m => told.Allows(p, m, service)).Select(m => (Person: p, Move: m))).ToList();
        // Returning and ending are rarer than going on, or few walks would get far.
        if (random.Next(4) > 0 && choices.Where(c => c.Move is not (Move.Return or Move.Refuse or Move.Approve)).ToList() is { Count: > 0 } forward) choices = forward;
        if (choices.Count == 0) return;
        var (person, move) = choices[random.Next(choices.Count)];
        var step = told.StepOf(person, move, service);
        SampleWorkflows.Do(move, application, step, person.Sub);
        told.Note(person, move, step);
    }

    private static ServiceDefinition AnyService(Random random)
    {
        List<WorkflowStep> stages = [SampleWorkflows.Step(WorkflowAction.Claim, Pick(random))];
        var verifies = random.Next(4) > 0;
        if (verifies) stages.Add(SampleWorkflows.Step(WorkflowAction.Verify, Pick(random), Pick(random, WorkflowRole.Officer, WorkflowRole.Clerk)));
        foreach (var action in (WorkflowAction[])[WorkflowAction.Visit, WorkflowAction.Recommend])
            stages.AddRange(Agencies.Where(_ => random.Next(4) == 0).Select(agency => SampleWorkflows.Step(action, agency, Pick(random, WorkflowRole.Officer, WorkflowRole.Head))));
        var shuffled = stages.ToArray();
        random.Shuffle(shuffled);
        return SampleWorkflows.With(verifies && random.Next(2) == 0, shuffled);
    }

    private static StaffMember AnyPerson(Random random, int n) => SampleWorkflows.Person(
        $"person-{n}", [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new OfficerSeat(Pick(random, OfficerRole.Officer, OfficerRole.Head, OfficerRole.Clerk, OfficerRole.Admin), random.Next(4) == 0 ? "" : Pick(random)))]);

    private static string Pick(Random random) => Agencies[random.Next(Agencies.Length)];

    private static T Pick<T>(Random random, params T[] from) => from[random.Next(from.Length)];

    /// <summary>The rules, told slowly: a list of what happened, searched from the start each time.</summary>
    private sealed class Told(bool isComplete)
    {
        private static readonly WorkflowAction[] Order = [WorkflowAction.Claim, WorkflowAction.Verify, WorkflowAction.Visit, WorkflowAction.Recommend, WorkflowAction.Approve];

        private readonly List<WorkflowStep> done = [];
        private bool isComplete = isComplete;
        private bool hasEnded;
        private string? verifier;

        public bool IsReturned { get; set; }

        public bool Allows(StaffMember person, Move move, ServiceDefinition service)
        {
            if (hasEnded || IsReturned) return false;
            if (move == Move.Approve && service.TwoPerson && verifier == person.Sub) return false;
            return service.Workflow.Any(step => Is(move, step) && MayUse(person, step) && IsTime(move, step, service));
        }

        public WorkflowStep StepOf(StaffMember person, Move move, ServiceDefinition service) => service.Workflow.First(step => Is(move, step) && MayUse(person, step) && IsTime(move, step, service));

        public void Note(StaffMember person, Move move, WorkflowStep step)
        {
            if (move == Move.Complete) isComplete = true;
            else if (move == Move.Return) IsReturned = true;
            else if (move is Move.Approve or Move.Refuse) hasEnded = true;
            else done.Add(step);
            if (move == Move.Verify) verifier = person.Sub;
        }

        private bool IsTime(Move move, WorkflowStep step, ServiceDefinition service)
        {
            if (move == Move.Return) return true;
            if (move == Move.Complete) return !isComplete;
            if (!isComplete || done.Contains(step)) return false;
            // Everything of every earlier action must be done; refusing stands where approving stands.
            var place = Array.IndexOf(Order, move == Move.Refuse ? WorkflowAction.Approve : step.Action);
            for (var earlier = 0; earlier < place; earlier++)
            {
                foreach (var other in service.Workflow)
                    if (other.Action == Order[earlier] && !done.Contains(other)) return false;
            }

            return true;
        }

        private static bool Is(Move move, WorkflowStep step) => move == Move.Complete ? step.Action == WorkflowAction.Claim : step.Action.ToString() == move.ToString();

        private static bool MayUse(StaffMember person, WorkflowStep step)
        {
            foreach (var seat in person.Seats)
                if (seat.Role.ToString() == step.Role.ToString() && (seat.Agency == step.Agency || seat.Agency == "")) return true;
            return false;
        }
    }
}
