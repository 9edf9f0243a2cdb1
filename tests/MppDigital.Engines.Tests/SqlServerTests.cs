using MppDigital.Testing.Databases;

namespace MppDigital.Engines.Tests;

/// <summary>The suites that ran on the other engines, on a live SQL Server; nothing here looks at timeouts, lock hints or failover.</summary>
[Trait("Category", "SqlServer")]
[Collection(EnginesShareServers.Name)]
public sealed class SqlServerTests(Deployments deployments)
{
    private const string Engine = "SqlServer";

    [SqlServerFact]
    public Task Makes_every_database_from_nothing() => new ProvisioningTests(deployments).Makes_every_database_from_nothing_and_changes_nothing_the_second_time(Engine);

    [SqlServerFact]
    public Task Leaves_no_migration_pending() => new ProvisioningTests(deployments).Leaves_no_migration_pending_in_any_database(Engine);

    [SqlServerFact]
    public Task Tells_a_value_that_is_there_already() => new FailureTests(deployments).Tells_a_value_that_is_there_already(Engine);

    [SqlServerFact]
    public Task Refuses_the_second_of_two() => new FailureTests(deployments).Refuses_the_second_of_two_who_changed_the_same_version(Engine);

    [SqlServerFact]
    public Task Gives_each_number_once() => new ParallelWritersTests(deployments).Give_each_number_once_and_skip_none(Engine);

    [SqlServerFact]
    public Task Keeps_the_audit_chain_whole() => new ParallelWritersTests(deployments).Keep_the_audit_chain_whole_and_a_changed_row_breaks_it(Engine);

    [SqlServerFact]
    public Task Drains_the_outbox_fairly() => new OutboxTests(deployments).A_regency_with_a_thousand_rows_delays_no_other_beyond_one_turn(Engine);

    [SqlServerFact]
    public Task Runs_a_job_inside_its_regency() => new JobEngineTests(deployments).Runs_a_job_inside_its_regency(Engine);

    [SqlServerFact]
    public Task Keeps_a_job_over_a_restart() => new JobEngineTests(deployments).Keeps_a_job_over_a_restart(Engine);
}
