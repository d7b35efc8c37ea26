/** graphql-eslint over the published schema, with the settings that the conventions of this API ask for (docs/conformance.md). */
import graphql from "@graphql-eslint/eslint-plugin";

const rules = { ...graphql.configs["flat/schema-all"].rules, ...graphql.configs["flat/schema-relay"].rules };

export default [
  {
    files: ["**/*.graphql"],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: process.env.SCHEMA } } },
    plugins: { "@graphql-eslint": graphql },
    rules: {
      ...rules,
      "@graphql-eslint/no-root-type": "off",
      "@graphql-eslint/alphabetize": "off",
      "@graphql-eslint/require-nullable-result-in-root": "off",
      "@graphql-eslint/require-field-of-type-query-in-mutation-result": "off",
      // what has no identity of its own is a value: a price, a count, a line of an answer
      "@graphql-eslint/strict-id-in-types": "off",
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      "@graphql-eslint/relay-edge-types": [
        "error",
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
    },
  },
];
