using System.Text.RegularExpressions;
using MppDigital.Web.Tests.NodeSuites;

namespace MppDigital.Web.Tests.Federation;

/// <summary>Sign-in by a certified provider outside, whole and broken in every way that we could think of.</summary>
public sealed partial class FederationTests(FederationRun run) : IClassFixture<FederationRun>
{
    public static TheoryData<NodeCase> Cases => NodeSuite.OidcProvider.Cases;

    [FederationTheory]
    [MemberData(nameof(Cases))]
    public void Holds(NodeCase promise) => run.Results.Check(promise.Name);

    /// <summary>The operator hears of a provider that refuses us and of clocks that differ, and of nothing else.</summary>
    [FederationFact]
    public void Makes_the_program_fail_at_nothing() =>
        Assert.DoesNotContain(run.Failures, failure => !failure.StartsWith("MppDigital.Login.Outside.", StringComparison.Ordinal));

    [FederationFact]
    public void Writes_nobodys_data_into_the_log() => Assert.DoesNotContain(run.Failures, failure => Personal().IsMatch(failure));

    [GeneratedRegex(@"\d{16}|outside-[0-9a-f]{12}|\+62")]
    private static partial Regex Personal();
}

/// <summary>Skipped, with the reason, where Node or its packages are missing; infra/test.sh installs both.</summary>
internal sealed class FederationTheoryAttribute : TheoryAttribute
{
    public FederationTheoryAttribute() => Skip = NodeSuite.OidcProvider.Missing;
}

/// <inheritdoc cref="FederationTheoryAttribute"/>
internal sealed class FederationFactAttribute : FactAttribute
{
    public FederationFactAttribute() => Skip = NodeSuite.OidcProvider.Missing;
}
