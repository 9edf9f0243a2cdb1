using MppDigital.National.Catalog;
using MppDigital.Regencies.Applications;
using MppDigital.Regencies.Officers;

namespace MppDigital.Regencies.Tests.Applications.Workflow;

/// <summary>Every state against every action: what the table does not allow is refused.</summary>
public sealed class StateTableTests
{
    private const string Table = """
        state         complete claim verify visit recommend return approve refuse correct withdraw
        incomplete    x        .     .      .     .         x      .       .      .       x
        complete      .        x     .      .     .         x      .       .      .       x
        claimed       .        .     x      .     .         x      .       .      .       x
        verified      .        .     .      x     .         x      .       .      .       x
        visited       .        .     .      .     x         x      .       .      .       x
        one-opinion   .        .     .      .     x         x      .       .      .       x
        all-opinions  .        .     .      .     .         x      x       x      .       x
        returned      .        .     .      .     .         .      .       .      x       x
        approved      .        .     .      .     .         .      .       .      .       .
        issued        .        .     .      .     .         .      .       .      .       .
        deemed        .        .     .      .     .         .      .       .      .       .
        refused       .        .     .      .     .         .      .       .      .       .
        withdrawn     .        .     .      .     .         .      .       .      .       .
        """;

    /// <summary>Somebody with every seat, who has not verified: what stays closed is closed by the state.</summary>
    private static readonly StaffMember Everybody = SampleWorkflows.Person("everybody", [
        new(OfficerRole.Officer, SampleWorkflows.Claiming), new(OfficerRole.Officer, "DINKES"), new(OfficerRole.Officer, "DLH"), new(OfficerRole.Head, "")]);

    public static TheoryData<string> States => [.. Rows().Select(r => r[0])];

    [Theory]
    [MemberData(nameof(States))]
    public void Allows_what_the_table_allows(string state)
    {
        var header = Columns(Table.Split('\n')[0]);
        var row = Rows().Single(r => r[0] == state);
        var application = In(state);
        string[] open =
        [
            .. ApplicationMoves.OpenTo(Everybody, application, SampleWorkflows.Full).Select(m => m.ToString().ToLowerInvariant()),
            .. ApplicationMoves.MayCorrect(application) ? (string[])["correct"] : [],
            .. ApplicationMoves.MayWithdraw(application) ? (string[])["withdraw"] : [],
        ];

        Assert.Equal(header[1..].Where((_, i) => row[i + 1] == "x").Order(), open.Order());
    }

    [Fact]
    public void Knows_every_status_and_every_move()
    {
        Assert.Equal(Enum.GetValues<ApplicationStatus>().Order(), Rows().Select(r => In(r[0]).Status).Distinct().Order());
        Assert.Equal(Enum.GetNames<Move>().Select(m => m.ToLowerInvariant()).Concat(["correct", "withdraw"]).Order(), Columns(Table.Split('\n')[0])[1..].Order());
    }

    private static IEnumerable<string[]> Rows() => Table.Split('\n').Skip(1).Select(Columns);

    private static string[] Columns(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static Application In(string state)
    {
        var application = SampleWorkflows.File(complete: state != "incomplete");
        application.SetDeadline(new(DateOnly.FromDateTime(SampleWorkflows.Now), SampleWorkflows.Now, 5, [], false), []);
        (Move Move, string Agency)[] way = [(Move.Claim, ""), (Move.Verify, ""), (Move.Visit, ""), (Move.Recommend, "DINKES"), (Move.Recommend, "DLH")];
        var steps = Array.IndexOf(["claimed", "verified", "visited", "one-opinion", "all-opinions"], state) + 1;
        foreach (var (move, agency) in way.Take(steps)) Walk(application, move, agency);
        switch (state)
        {
            case "returned": application.Return("officer", [], ["fasilitas"], SampleWorkflows.Now); break;
            case "approved": application.Approve("head", [], SampleWorkflows.Now); break;
            case "issued": application.Approve("head", [], SampleWorkflows.Now); application.Issue(SampleWorkflows.Now); break;
            case "deemed": application.GrantByLaw(); application.Issue(SampleWorkflows.Now); break;
            case "refused": application.Refuse("head", [], SampleWorkflows.Now); break;
            case "withdrawn": application.Withdraw(SampleWorkflows.Now); break;
            default: break;
        }

        return application;
    }

    private static void Walk(Application application, Move move, string agency)
    {
        var step = SampleWorkflows.Full.Workflow.First(w => w.Action == Enum.Parse<WorkflowAction>(move.ToString()) && (agency.Length == 0 || w.Agency == agency));
        SampleWorkflows.Do(move, application, step, "somebody else");
    }
}
