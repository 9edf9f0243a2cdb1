using System.Reflection;
using Xunit;
using Xunit.Sdk;

namespace MppDigital.Testing.Databases;

/// <summary>Servers that a test run may use; each is a server-level connection string.</summary>
public static class TestServers
{
    public static string? PostgreSql => Environment.GetEnvironmentVariable("MPP_TEST_POSTGRES");

    public static string? SqlServer => Environment.GetEnvironmentVariable("MPP_TEST_SQLSERVER");
}

/// <summary>Gives a theory the name of the embedded engine.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["Sqlite"]];
}

/// <summary>Gives a theory the name of the engine, and skips that row where no server is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnPostgreSqlAttribute : DataAttribute
{
    public OnPostgreSqlAttribute() => Skip = TestServers.PostgreSql is null ? "MPP_TEST_POSTGRES names no server." : null;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["PostgreSql"]];
}

/// <summary>A fact that needs PostgreSQL; infra/test.sh starts it.</summary>
public sealed class PostgreSqlFactAttribute : FactAttribute
{
    public PostgreSqlFactAttribute() => Skip = TestServers.PostgreSql is null ? "MPP_TEST_POSTGRES names no server." : null;
}

/// <summary>A fact that needs a live SQL Server.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SqlServerFactAttribute : FactAttribute
{
    public SqlServerFactAttribute() => Skip = TestServers.SqlServer is null ? "MPP_TEST_SQLSERVER names no server." : null;
}
