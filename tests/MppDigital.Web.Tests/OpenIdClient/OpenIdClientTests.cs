using MppDigital.Web.Tests.Http;
using MppDigital.Web.Tests.NodeSuites;

namespace MppDigital.Web.Tests.OpenIdClient;

/// <summary>The national login as a certified client library meets it: every flow, and what an attacker would try.</summary>
[Collection(RunningProgram.Name)]
public sealed class OpenIdClientTests(OpenIdClientRun run) : IClassFixture<OpenIdClientRun>
{
    public static TheoryData<NodeCase> Cases => NodeSuite.OpenIdClient.Cases;

    [OpenIdClientTheory]
    [MemberData(nameof(Cases))]
    public void Holds(NodeCase promise) => run.Results.Check(promise.Name);

    [OpenIdClientFact]
    public void Tries_at_least_forty_attacks() => Assert.True(NodeSuite.OpenIdClient.Names.Count(name => name.StartsWith("refusal: ", StringComparison.Ordinal)) >= 40);

    [OpenIdClientFact]
    public void Makes_the_program_fail_at_nothing() =>
        // Of two callers at once the one that came second learns it from the table's own key; the database's refusal is logged.
        Assert.DoesNotContain(run.Failures, failure => !failure.Contains("UNIQUE constraint", StringComparison.Ordinal) && !failure.StartsWith("Microsoft.EntityFrameworkCore.Database.Command: Failed executing", StringComparison.Ordinal));
}
